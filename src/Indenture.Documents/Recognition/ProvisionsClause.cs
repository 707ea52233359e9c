using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// Sentences that state no fact by themselves but matter to a check, because another sentence contradicts them, or because something that ought to
/// stand with them does not. Each row: a name, where to look, words of which the sentence has to hold one run, and its pattern. A group named
/// "who" is told apart: "pays:Fiscal Agent".
/// </summary>
internal static class ProvisionsClause
{
    private sealed record Provision(string What, Role Roles, string Phrase, string Pattern, RegexOptions Case = Text.Options)
    {
        /// <summary>From so many uses on it pays to compile a pattern.</summary>
        private const int Often = 500;

        private Regex? _regex;
        private int _uses;

        /// <summary>Only few documents hold the phrase, so the pattern is made when one does.</summary>
        public Regex Regex => Interlocked.Increment(ref _uses) == Often ? _regex = new Regex(Pattern, Case | RegexOptions.Compiled) : _regex ??= new Regex(Pattern, Case);
    }

    private const Role Contract = Role.Contract, Terms = Role.Terms, Offer = Role.Offer, Both = Role.Contract | Role.Terms;

    private static readonly Provision[] All =
    [
        // Agents, and what they pay
        new("paysOnDueDate", Contract, "on the due date for payment", @"\bmake payment of [^.]{0,120}? on the due date for payment"),
        new("pays", Contract, "make payment", @"\bthe (?<who>(?:Fiscal|Paying|Exchange|Transfer) Agent) (?:will|shall) make payment"),
        new("pays", Contract, "dollar payments in accordance", @"\bthe (?<who>(?:Fiscal|Paying|Exchange|Transfer) Agent) (?:will|shall)[^.;]{0,80}? make (?:U\.S\. )?Dollar Payments"),
        new("pays", Contract, "wire payment", @"\bthe (?<who>(?:Fiscal|Paying|Exchange|Transfer) Agent) (?:will|shall) wire payment"),
        new("electionTo", Contract, "has advised", @"\bhas advised the (?<who>[A-Z]\w+ Agent) that .{0,100}? election"),
        new("electionTo", Contract, "shall be advised by", @"\bthe (?<who>[A-Z]\w+ Agent) shall be advised by .{0,260}? elected"),
        new("cancelsAccelerated", Contract, "maturity has been accelerated", @"\bcancel any (?:Notes|Securities) [^.]{0,80}?maturity has been accelerated(?![^.]{0,120}\bpaid\b)"),
        new("cancelIdentity", Contract, "originally issued", @"\bcancelled at any time together with [^.]{0,160}? outstanding[^.]{0,160}? shall equal [^.]{0,100}?originally issued(?![^.]{0,80}\bredeemed\b)"),
        new("dealsBefore", Contract, "enter into a contract for the purchase", @"\bat or prior to .{5,120}? enter into a contract for the purchase"),
        new("rateAt", Contract, "prevailing as at", @"\brate prevailing as at [^.]{2,20}"),
        new("costsDeducted", Contract, "deduction of any costs", @"\bafter deduction of any costs[^,.]{0,60}"),
        new("costsSubtracted", Contract, "less any costs", @"\bless any costs [^,.(]{3,60}"),
        new("severalSources", Contract, "as contained in", @"[""“]\w+[""”] means [^.]{0,60}?,? as contained in the [^.]{3,60}?, in the [^.]{3,120}?,? and in the \w+"),
        new("anyPublication", Contract, "effect any publication", @"\beffect any publication of notices"),
        new("atRequest", Contract, "request and expense", @"\bat the request and expense of the Issuer"),
        new("partOfPayment", Contract, "all or a portion of its payment", @"\bto receive all or a portion of its payment"),
        new("wholeHolders", Contract, "have not elected", @"\bthat have not elected to receive"),
        new("acceptsRemittance", Contract, "by remittance to an account", @"\baccept \w+ by remittance to an account maintained by"),
        new("remits", Contract, "remit", @"\b(?:will|shall) remit to the Exchange Agent"),
        new("byHoldings", Contract, "respective holdings", @"\bpro rata among holders .{0,120}? in proportion (?:of|to) their respective holdings"),
        new("asProvided", Contract, "hereinafter provided", @"\bappointed by the Issuer as hereinafter provided"),
        new("replacesOnly", Contract, "appointed a replacement", @"\bhas not appointed a replacement Fiscal Agent"),
        new("issuerFault", Contract, "misconduct on the part of the issuer", @"\bnegligence or wil?lful misconduct on the part of the Issuer"),
        new("noConsequential", Contract, "consequential loss", @"\bunder no circumstances will any Agent be liable .{0,80}? consequential loss"),
        new("receipt", Contract, "given when received", @"\bdeemed to have been given when received"),
        new("businessHours", Contract, "business hours", @"\bbusiness hours"),
        new("notSegregated", Contract, "need not be segregated", @"\bneed not be segregated"),
        new("heldExclusively", Contract, "held exclusively", @"\bheld exclusively for the benefit of"),
        new("counterparts", Contract, "counterparts", @"\b(?:signed|executed) in (?<who>two|three|four|five|six) counterparts"),
        new("restated", Contract, "amended and restated", @"\bAMENDED AND RESTATED (?:[A-Z]+ )?AGREEMENT", Text.Cased),
        new("restates", Contract, "amend", @"\bamends? and restates?\b|\bamended and restated (?:by|pursuant)"),
        new("restates", Contract, "agreement dated", @"\b(?:original|prior|existing|previous) (?:\w+ )?agreement,? dated"),
        new("attachment", Contract, "attached hereto", @"\b(?:in the form of (?<who>(?:Schedule|Annex|Exhibit|Appendix) (?:[A-Z]|\d{1,2})) attached hereto|attached hereto as (?<who>(?:Schedule|Annex|Exhibit|Appendix) (?:[A-Z]|\d{1,2}))\b)"),
        new("attachment", Contract, "form attached to", @"\bform attached to th(?:is|e) [A-Z][\w ]{3,50}? as (?<who>(?:Schedule|Annex|Exhibit|Appendix) (?:[A-Z]|\d{1,2}))\b"),
        new("toDate", Both, "supplemented to date", @"\bas amended and supplemented to date"),
        new("fallback", Contract, "terms not defined", @"\bTerms not defined (?:herein|in this [A-Z]\w+) shall have the (?:same )?meanings? [^.]{0,40}?(?:thereto|to them) in the (?<who>[^.,]{5,80})"),
        new("businessDay", Contract, "business day", @"\bBusiness Days?\b", Text.Cased),

        // Guarantees
        new("self", Contract, "agreement (the", @"\bthis [A-Z ]*(?:AGREEMENT|INDENTURE) \(the [""“] ?(?<who>[^""“”]{3,60}?) ?[""”]\)"),
        new("self", Contract, "indenture (the", @"\bthis [A-Z ]*INDENTURE \(the [""“] ?(?<who>[^""“”]{3,60}?) ?[""”]\)"),
        new("this", Contract, "this agreement", @"\bthis (?<who>Agreement)\b", Text.Cased),
        new("this", Contract, "this guarantee", @"\bthis (?<who>Guarantee)\b(?! [A-Z])", Text.Cased),
        new("holderExcludes", Contract, "shall not include", @"[""“]Holder[""”] shall not include the [A-Z]\w+ or any Affiliate"),
        new("majorityOfAll", Contract, "more than", @"\bmore than \d{1,2}% of the .{0,300}? of all [A-Z]\w+", Text.Cased),
        new("noGrace", Contract, "means a default by", @"[""“]Event of Default[""”] means a default by [^.]{3,80}? on any of its (?![^.]{0,160}\b(?:days|grace|cure)\b)[^.]{3,160}"),
        new("defaultUnder", Contract, "event of default or a default", @"\bEvent of Default or a Default under the [A-Z]\w+", Text.Cased),
        new("waivedCures", Contract, "arising therefrom", @"\bEvent of Default shall cease to exist, and any Event of Default arising therefrom", Text.Cased),
        new("withholds", Contract, "withholding such notice", @"\bprotected in withholding such notice"),
        new("exceptPayment", Contract, "default in the payment", @"\bexcept in the case of a default in the payment"),
        new("clockAtKnowledge", Contract, "actually known", @"\bwithin \w+ days after the occurrence of an? (?:Event of )?Default.{0,200}?actually known to"),
        new("charged", Contract, "charged with the administration", @"\bcharged with the administration of the [A-Z]\w+", Text.Cased),
        new("responsible", Contract, "responsibility for the administration", @"\bresponsibility for the administration of this [A-Z]\w+", Text.Cased),
        new("registeredMail", Contract, "certified mail", @"\bmailed by registered or certified mail"),
        new("firstClass", Contract, "first class", @"\bfirst class (?:mail|postage)"),
        new("telecopied", Contract, "telecopied", @"\bdelivered, telecopied or mailed"),
        new("resignsAtOnce", Contract, "immediately resign", @"\bshall immediately resign"),
        new("resignationWaits", Contract, "resignation shall not take effect", @"\bresignation shall not take effect until"),
        new("removalBarred", Contract, "removed without cause", @"\bremoved without cause at any time by the [A-Z]\w+ except if an Event of Default"),
        new("holdersRemove", Contract, "removed by", @"\bremoved by (?:vote of )?the Holders"),
        new("liableMisconduct", Contract, "negligence or willful misconduct", @"\bnegligence or willful misconduct"),
        new("withoutBadFaith", Contract, "negligence or bad faith", @"\bwithout negligence or bad faith"),
        new("priceWithAccrued", Contract, "to the date of redemption", @"\bplus all accrued and unpaid \w+ to the date of redemption \(the [""“]Redemption Price[""”]\)"),
        new("fundsAvailable", Contract, "has funds available", @"\bto the extent (?:that )?the Issuer has funds available"),
        new("unconditional", Contract, "absolute and unconditional", @"\babsolute and unconditional under any and all circumstances"),
        new("unpaidAtPayment", Contract, "time of any such payment", @"\bat the time of any such payment, any amounts are due and unpaid"),
        new("reinstated", Contract, "will be reinstated", @"\bwill continue to be effective or will be reinstated"),
        new("owingToTrustee", Contract, "amounts accrued and owing", @"\ball amounts accrued and owing to"),
        new("compensation", Contract, "compensation", @"\b(?:reasonable|such|agreed) compensation"),
        new("compensation", Contract, "remuneration", @"\bremuneration"),
        new("curedOnly", Contract, "have been cured before", @"\bunless such defaults have been cured before the giving of such notice"),
        new("curedOrWaived", Contract, "cured or waived", @"\bcured or waived"),
        new("officeUntilAppointed", Contract, "shall hold office until", @"\bhold office until a Successor [^.]{3,60}? shall have been appointed or until"),
        new("appointedAndAccepted", Contract, "accepted such appointment", @"\bhas been appointed and has accepted such appointment"),
        new("soft", Contract, "promptly", @"\bpromptly\b"),
        new("soft", Contract, "immediately", @"\bshall (?:\w+ )?immediately\b"),
        new("soft", Contract, "forthwith", @"\bforthwith\b"),

        // A public guarantor's programme
        new("curePeriod", Contract, "applicable cure period", @"\bapplicable cure period"),
        new("curePeriodDays", Contract, "cure period", @"\bcure period (?:of|is|shall be) \w+ (?:\(\d+\) )?(?:calendar |business )?days"),
        new("optsOut", Contract, "not to be represented", @"\bmay elect not to be represented"),
        new("demandForRepresented", Contract, "that are represented by", @"\bon behalf of all holders [^.]{0,80}?that are represented by"),
        new("subrogatedToPaid", Contract, "in respect of any amounts paid", @"\bin respect of any amounts paid to the holders"),
        new("assignsAllPayments", Contract, "any and all payments", @"\bits right (?:as \w+ )?to receive any and all payments"),
        new("assignsAllRights", Contract, "title and interest", @"\bassigns? to .{3,120}? all of the \w+[’']s respective rights, title and interest"),
        new("noAcceleration", Both, "no acceleration of", @"\bno acceleration of (?:the )?amounts due [^.]{0,80}? will be permitted"),
        new("certifiesNoAcceleration", Contract, "accelerated the maturity", @"^.{0,10}accelerated the maturity of the"),
        new("afterDemandDate", Contract, "after the date of demand", @"\bafter the date of demand .{0,160}? but prior to the date of"),
        new("afterFirstPayment", Contract, "first guarantee payment", @"\bafter the \w+[’']s first guarantee payment"),
        new("paidToHolders", Contract, "for the benefit of the holders, by", @"\bpaid to the holders, or for the benefit of the holders, by"),
        new("paymentsToRepresentative", Contract, "guarantee payments to the representative", @"\bmaking any guarantee payments to the Representative"),
        new("authorizes", Contract, "hereby authorize the representative", @"\bhereby authorize the Representative"),
        new("holderExecutes", Contract, "holder shall execute an assignment", @"\bsuch holder shall execute an assignment"),
        new("deemedHolder", Contract, "deemed a holder", @"\bshall be deemed a holder under the Indenture"),
        new("consentVerbs", Both, "consent of the fdic", @"\b(?:agree not to|required to) (?<who>amend[^.;]{3,50}? or waive) any provision"),

        // Forms of note
        new("interestUntilPaid", Terms, "paid or made available", @"\buntil the principal hereof is paid or made available"),
        new("noInterestAfterDue", Terms, "from and after the due date", @"\bno interest will accrue [^.]{0,60}? from and after the due date"),
        new("dateItselfMoves", Terms, "will be the next succeeding business day", @"\bsuch Interest Payment Date(?: or Maturity)? will be the next succeeding Business Day"),
        new("interestPeriod", Terms, "interest period", @"[""“] ?Interest Period ?[""”]"),
        new("average", Terms, "average of the quotations", @"\barithmetic average of the quotations provided(?! ?,? rounded)"),
        new("average", Terms, "mean of the quotations", @"\barithmetic mean of the quotations provided(?! ?,? rounded)"),
        new("currentPeriod", Terms, "for the current interest period", @"\bset equal to the rate of \w+ for the current Interest Period"),
        new("notifiedByNobody", Terms, "shall be notified of", @"\bThe [A-Z][\w ]{3,40}? Exchange shall be notified of", Text.Cased),
        new("noticeByNobody", Terms, "notice whereof", @"\bnotice whereof shall be given to holders"),
        new("exchangeHereinAndIndenture", Terms, "described herein and in the indenture", @"\bexcept in the limited circumstances described herein and in the Indenture"),
        new("exchangeOnlyHerein", Terms, "hereinafter described", @"\bonly in the limited circumstances hereinafter described"),
        new("replacingService", Terms, "replacing service", @"\bthe replacing service or such other service"),

        // Offers
        new("forThirdParties", Offer, "for the account of third parties", @"\bfor the account of third parties.{0,260}? investing for their own account"),
        new("fewerPersons", Offer, "to fewer than", @"\bto fewer than \d+ natural or legal persons"),
        new("bareDollar", Offer, "not less than", @"\bnot less than \$[\d,]+ \(or its equivalent"),
        new("manyUnderwriters", Offer, "that underwriter", @"\bthat Underwriter\b", Text.Cased),
        new("accepted", Offer, "accepted:", @"\bACCEPTED:", Text.Cased),
        new("represents", Offer, "represents and warrants", @"\bthe Company represents and warrants .{0,600}? (?<who>\d+ CFR (?:Section )?[\d.]+\([a-z]\))(?<more>.{0,200}? (?<second>\d+ CFR (?:Section )?[\d.]+\([a-z]\)))?"),

        // Wherever they stand
        new("definedElsewhere", Role.Any, "defined in the", @"\((?:as|each as) defined (?:in [A-Z]\w+ [A-Z]+ to|in) the (?<who>[A-Z][\w ]{3,60}?)\)", Text.Cased),
        new("definedElsewhere", Role.Any, "meaning set forth in", @"\bhas the meaning set forth in the (?<who>[A-Z][\w ]{3,60}?)(?=[.,;])", Text.Cased),
        new("slip", Role.Any, "under above", @"\bdescribed under above\b"),
        new("slip", Role.Any, "does not apply the", @"\bdoes not apply the [A-Z]\w+", Text.Cased),
        new("slip", Role.Any, "forthwith notify immediately", @"\bforthwith notify immediately\b"),
        new("slip", Role.Any, "advised to the possibility", @"\badvised to the possibility\b"),
        new("slip", Role.Any, "would have it they", @"\bwould have it they\b"),
        new("slip", Role.Any, "among the", @"\bamong the [A-Z]\w+ and [A-Z][\w ]{3,40}?, as trustee, and any\b", Text.Cased),
        new("openQuote", Role.Any, "(the \u201c", @"\((?:the|this) “ ?(?<who>[A-Z][^()“”""]{1,60}?) ?\)"),
        new("openQuote", Role.Any, "(this \u201c", @"\((?:the|this) “ ?(?<who>[A-Z][^()“”""]{1,60}?) ?\)"),
        new("reversedQuote", Role.Any, "\u201d as defined in", @"(?<=[\s,(])”(?<who>[A-Za-z][^“”]{2,40})”"),
    ];

    public static Recogniser Recogniser { get; } = new("provisions that checks compare", All.Aggregate(Role.None, (roles, p) => roles | p.Roles), [], [.. All.Select(p => p.Phrase.TrimStart('(', '\u201d', ' ')).Where(p => char.IsAscii(p[0]) && p.Length > 3 && char.IsAscii(p[1]) && char.IsAscii(p[2])).Distinct()], Read);

    /// <summary>All phrases in one pass: most paragraphs hold none or one of them.</summary>
    private static readonly PhraseScan Phrases = new([.. All.Select(p => p.Phrase)]);

    /// <summary>A document in which more was found than this says no more by going on.</summary>
    private const int Most = 50_000;

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.All.Count > Most) yield break;
        foreach (var provision in Held(passage.Text, facts.Document.Role))
        {
            foreach (Match match in provision.Regex.Matches(passage.Text))
            {
                yield return At(match, match.Groups["who"]);
                if (match.Groups["second"].Success) yield return At(match, match.Groups["second"]);
            }
            Recognised.Provides At(Match match, Group who) =>
                new(who.Success ? $"{provision.What}:{who.Value}" : provision.What, passage.Start + match.Index, passage.Start + match.Index + match.Length);
        }
    }

    /// <summary>The provisions whose phrase stands in the words, in the order of the list.</summary>
    private static List<Provision> Held(string words, Role role)
    {
        var held = new SortedSet<int>();
        foreach (var (_, id) in Phrases.In(words))
            if ((All[id].Roles & role) != 0) held.Add(id);
        return [.. held.Select(id => All[id])];
    }
}
