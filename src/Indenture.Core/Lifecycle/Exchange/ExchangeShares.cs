using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>What one participant of the depositary is due, and in which currency.</summary>
/// <param name="Kept">Taken in the currency of the notes.</param>
/// <param name="Remainder">To be converted; kept and remainder are the entitlement, to the unit.</param>
/// <param name="Account">Where what is kept is wired; null where nothing is.</param>
public sealed record ExchangeShare(string Participant, Money Holding, Money Entitlement, Money Kept, Money Remainder, string? Account);

/// <summary>What one taker of the other currency gets.</summary>
/// <param name="Cost">Its part of the exchange costs, by holdings (AGY-10i).</param>
public sealed record ConvertedShare(string Participant, Money Cost, Money Net);

/// <summary>The payment on the depositary's global notes, divided over its participants. Pure: the same positions and elections give the same shares.</summary>
public sealed record ExchangeShares(IReadOnlyList<ExchangeShare> Shares)
{
    /// <summary>
    /// Each participant's part of the amount by its holding, adding up exactly; what it elected is taken of it, rounded half up to the minor unit where the
    /// election is a part of it. Refused where an election names a participant without a position, or more than it has.
    /// </summary>
    public static Outcome<ExchangeShares> Of(Money amount, IReadOnlyList<Holding> participants, IReadOnlyList<ExchangeEvent.Elected> elections)
    {
        foreach (var election in elections)
            if (participants.All(p => p.Holder != election.Participant))
                return Refusal.Of(DivideRefusal.ParticipantUnknown, $"{election.Participant} elected, but the depositary's statement shows no position of it on the record date.");
        var entitlements = Allocation.ProRata(amount, [.. participants.Select(p => p.Principal.Minor)]);
        var shares = new List<ExchangeShare>();
        foreach (var (participant, entitlement) in participants.Zip(entitlements))
        {
            var election = elections.FirstOrDefault(e => e.Participant == participant.Holder);
            var kept = Money.Zero(amount.Currency);
            if (election is not null)
            {
                var part = ElectedParts.Parse(election.Part, amount.Currency).Require();
                if (part is ElectedPart.OfNotes { Principal: var principal } && principal.CompareTo(participant.Principal) > 0)
                    return Refusal.Of(DivideRefusal.ElectionExceeds, $"{participant.Holder} elected for notes of {principal.ToDisplay()} and held {participant.Principal.ToDisplay()} on the record date.");
                kept = part.Match(
                    _ => entitlement,
                    notes => Nearest(entitlement, new Ratio(notes.Principal.Minor, participant.Principal.Minor)),
                    payment => Nearest(entitlement, payment.Portion));
            }
            shares.Add(new ExchangeShare(participant.Holder, participant.Principal, entitlement, kept, entitlement - kept, kept.Minor > 0 ? election!.Account : null));
        }
        return new ExchangeShares(shares);
    }

    public Money Kept(Currency currency) => Shares.Select(s => s.Kept).Sum(currency);

    public Money Remainder(Currency currency) => Shares.Select(s => s.Remainder).Sum(currency);

    /// <summary>What is due to participants who have elected nothing at all: the words of the agreement read literally.</summary>
    public Money Literal(Currency currency) => Shares.Where(s => s.Kept.Minor == 0).Select(s => s.Remainder).Sum(currency);

    /// <summary>What the takers get together: the remainder at the rate less the costs, rounded once (AGY-10h).</summary>
    public static Money Net(Money sold, Ratio rate, Money costs, ExchangeRules rules) => rules.Rounding.Apply(sold.ToRatio() / rate - costs.ToRatio(), rules.Currency);

    /// <summary>
    /// The net over the takers: each its own remainder at the rate less its part of the costs by holdings, rounded down, the units left over one each to the
    /// largest fractions, so that they add up to the net exactly.
    /// </summary>
    public IReadOnlyList<ConvertedShare> Converted(Ratio rate, Money costs, ExchangeRules rules)
    {
        var takers = Shares.Where(s => s.Remainder.Minor > 0).ToList();
        if (takers.Count == 0) return [];
        var net = Net(takers.Select(t => t.Remainder).Sum(takers[0].Remainder.Currency), rate, costs, rules);
        var costShares = Allocation.ProRata(costs, [.. takers.Select(t => t.Holding.Minor)]);
        var held = takers.Aggregate((Int128)0, (sum, t) => sum + t.Holding.Minor);
        var exact = takers.Select(t => (t.Remainder.ToRatio() / rate - costs.ToRatio() * new Ratio(t.Holding.Minor, held)) * rules.Currency.MinorUnits).ToList();
        var down = exact.Select(e => Floor(e)).ToList();
        var left = net.Minor - (long)down.Aggregate((Int128)0, (sum, d) => sum + d);
        foreach (var i in Enumerable.Range(0, takers.Count).OrderByDescending(i => exact[i] - Ratio.Whole(down[i])).ThenBy(i => i).Take((int)Math.Max(0, left))) down[i]++;
        return [.. takers.Select((t, i) => new ConvertedShare(t.Participant, costShares[i], new Money((long)down[i], rules.Currency)))];
    }

    /// <summary>SHA-256 over the shares: an event states this and the totals, never the rows.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Shares.OrderBy(s => s.Participant, StringComparer.Ordinal)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Participant}\t{s.Entitlement.Minor}\t{s.Kept.Minor}\t{s.Account}\n"))))));

    private static Int128 Floor(Ratio value) => Int128.DivRem(value.Numerator, value.Denominator) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    private static Money Nearest(Money amount, Ratio part) => new((long)Rounding.Nearest(new Ratio(amount.Minor, 1) * part, RoundingDirection.HalfUp), amount.Currency);
}

/// <summary>Why an elected part is not taken.</summary>
public enum ElectedPartRefusal { ElectionMalformed }

/// <summary>An elected part as it is written.</summary>
public static class ElectedParts
{
    /// <summary>"whole", "notes AMOUNT" or "payment n/d". Refused ELECTION-MALFORMED.</summary>
    public static Outcome<ElectedPart> Parse(string text, Currency currency) => text.Split(' ') switch
    {
        ["whole"] => new ElectedPart.Whole(),
        ["notes", var amount, ..] when Money.Parse(amount, currency) is Outcome<Money>.Done { Value: { Minor: > 0 } principal } => new ElectedPart.OfNotes(principal),
        ["payment", var portion] when PortionOf(portion) is { } ratio => new ElectedPart.OfPayment(ratio),
        _ => Refusal.Of(ElectedPartRefusal.ElectionMalformed, $"\"{text}\" is not formed as whole, notes AMOUNT, or payment N/D with a part above zero and at most one."),
    };

    private static Ratio? PortionOf(string text) =>
        text.Split('/') is [var n, var d] && long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && long.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var bottom)
        && top > 0 && top <= bottom ? new Ratio(top, bottom) : null;
}
