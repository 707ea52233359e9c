namespace Indenture.Tests.Core.Lifecycle.Register;

/// <summary>
/// JPY 75,000,000,000 in two global notes under one agreement: R-0001 of 65 billion with the common depositary, R-0002 of 10 billion with the custodian
/// for DTC. The certificates were made out, signed, authenticated, delivered and issued at the closing of March 7, 2006.
/// </summary>
internal static class Yen
{
    public const string Terms = """
        { "title": "2.40% Notes due 2025", "issuer": "An Issuer", "currency": "JPY", "principal": "75000000000", "issueDate": "2006-03-07", "maturity": "2025-10-31", "purchasePrice": "100",
          "underwriters": [ { "name": "A Dealer", "principal": "75000000000" } ], "denomination": { "minimum": "10000000", "multiple": "10000000" },
          "interest": { "kind": "fixed", "rate": "2.4", "dayCount": "30/360", "from": "2006-03-07", "paymentDates": ["04-30", "10-31"], "firstPayment": "2006-10-31" },
          "businessDays": { "calendars": ["NewYork", "London", "Tokyo"], "convention": "following", "accrual": "unadjusted" },
          "recordDate": { "dates": ["04-15", "10-16"] } }
        """;

    public const string International = "R-0001";
    public const string Dtc = "R-0002";
    public const string CommonDepositary = "A Bank, as common depositary";
    public const string Custodian = "A Bank, London office, as custodian for DTC";
    public static readonly DateOnly Issue = D("2006-03-07");

    public static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static Indenture.Core.Money Jpy(long amount) => new(amount, Currency.JPY);

    public static Indenture.Core.Money Bn(long billions) => Jpy(billions * 1_000_000_000);

    public static Held Held(this Life life) => account => life.Units.GetValueOrDefault(account);

    public static long Of(this Life life, string note) => life.Units.GetValueOrDefault(GlobalNote.AccountOf(note).Name);

    /// <summary>Booked, the register opened in London under the agreement's rules, with a nominee for each form.</summary>
    public static Life Opened(string terms = Terms) => new Life("Y")
        .Do(l => Life.Book(l, "A", Life.TermsOf(terms)))
        .Do(l => new OpenRegister("London", "A Bank", SignatureRule.Manual, [DefinitiveGround.DepositaryUnwilling, DefinitiveGround.DepositaryDeregistered, DefinitiveGround.IssuerDecision]).Decide(l.State))
        .Do(l => new NameNominee(NoteForm.International, "Euroclear and Clearstream", "Depositary Nominees", "1 A Street, London", CommonDepositary).Decide(l.State))
        .Do(l => new NameNominee(NoteForm.Dtc, "The Depository Trust Company", "Cede & Co.", "55 A Street, New York", Custodian).Decide(l.State));

    public static PrepareCertificate Certificate(NoteForm form, string holder, Indenture.Core.Money principal, string? offering = "A") =>
        new(form, Permanence.Permanent, Coupons.None, ConditionsPlace.Attached, holder, null, principal, Issue, offering, []);

    public static Life Prepared(Life life) => life
        .Do(l => Certificate(NoteForm.International, "Depositary Nominees", Bn(65)).Decide(l.State))
        .Do(l => Certificate(NoteForm.Dtc, "Cede & Co.", Bn(10)).Decide(l.State));

    public static Life Authenticated(this Life life, string number) => life
        .Do(l => new ExecuteCertificate(number, "An Officer", "Treasurer", Signature.Manual, Issue).Decide(l.State))
        .Do(l => new AuthenticateCertificate(number, "A Bank", "A Signatory", Signature.Manual, Issue).Decide(l.State));

    public static Life Delivered(this Life life, string number, string to) => life.Authenticated(number).Do(l => new DeliverCertificate(number, to, Issue).Decide(l.State));

    public static Life Issued() => Prepared(Opened()).Delivered(International, CommonDepositary).Delivered(Dtc, Custodian).Do(l => Life.Close(l, "A", Issue));

    public static DepositaryNotice Notice(string reference, string received) => new(reference, "procedure 4", D(received));

    /// <summary>A file of positions: "participant,principal" rows, or with a holder between.</summary>
    public static HoldingFile File(string header, params string[] rows) => HoldingFile.Parse(string.Join('\n', rows.Prepend(header)), "positions.csv", Currency.JPY).Require();

    /// <summary>Under the international note B1 holds 40 and B2 25 billion; under the DTC note D1 6 and D2 4 billion.</summary>
    public static Life Credited() => Issued()
        .Do(l => new CreditPositions(NoteForm.International, File("participant,principal", "B1,40000000000", "B2,25000000000"), Issue, Issue, l.Held()).Decide(l.State))
        .Do(l => new CreditPositions(NoteForm.Dtc, File("participant,principal", "D1,6000000000", "D2,4000000000"), Issue, Issue, l.Held()).Decide(l.State));

    public static ExchangeNotes Exchange(Life life, string reference, TierHolder? from, TierHolder? to, Indenture.Core.Money down, Indenture.Core.Money up, string day) =>
        new(International, Dtc, from, to, down, up, Notice(reference, day), D(day), D(day), life.Held());

    public static Life Requested(this Life life, string reference, params CancelledPart[] parts) => life.Do(l => Request(l, reference, CancellationGround.Repurchased, parts));

    public static Outcome<Decision> Request(Life life, string reference, CancellationGround ground, params CancelledPart[] parts) =>
        new RequestCancellation(reference, ground, parts, "no covenant stands against it", Jpy(0), D("2007-03-01"), D("2007-03-01"), life.Held()).Decide(life.State);

    public static CancelNotes Cancel(Life life, string reference, string? confirmation = null, string? although = null, string entered = "2007-03-01") =>
        new(reference, "An Officer", "Vice President", confirmation, although, D("2007-03-01"), D(entered), life.Held());
}
