using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Indenture.Core;

/// <summary>
/// How events stand in the journal: UTF-8 JSON under a type name and a version. A shape once written is read for ever: a changed one gets a new
/// version and the old one stays readable, with a stored sample in the tests.
/// </summary>
public static class EventJson
{
    /// <summary>The name of each event in the journal; a name once given is never given to another.</summary>
    private static readonly IReadOnlyList<(string Name, Type Type)> Known =
    [
        ("OfferingBooked", typeof(OfferingEvent.Booked)), ("OfferingClosed", typeof(OfferingEvent.Closed)), ("SeriesTakenOver", typeof(OfferingEvent.TakenOver)),
        ("TermsChanged", typeof(OfferingEvent.TermsChanged)),
        ("RateFixed", typeof(RateEvent.Fixed)),
        ("RateCorrected", typeof(RateEvent.Corrected)), ("RateNotified", typeof(RateEvent.Notified)),
        ("DueAnnounced", typeof(PaymentEvent.DueAnnounced)), ("FundsReceived", typeof(PaymentEvent.FundsReceived)), ("RunPaid", typeof(PaymentEvent.RunPaid)),
        ("DatesAnnounced", typeof(PaymentEvent.DatesAnnounced)), ("UnusualCleared", typeof(PaymentEvent.UnusualCleared)), ("RunSent", typeof(PaymentEvent.RunSent)),
        ("RunConfirmed", typeof(PaymentEvent.RunConfirmed)), ("DueClosed", typeof(PaymentEvent.DueClosed)),
        ("DatesMoved", typeof(PaymentEvent.DatesMoved)), ("DatesKept", typeof(PaymentEvent.DatesKept)),
        ("FundsCalled", typeof(FundingEvent.FundsCalled)), ("InstructionsConfirmed", typeof(FundingEvent.InstructionsConfirmed)), ("ConditionalCredited", typeof(FundingEvent.ConditionalCredited)),
        ("ConditionalReversed", typeof(FundingEvent.ConditionalReversed)), ("ConditionLifted", typeof(FundingEvent.ConditionLifted)), ("ShortfallFound", typeof(FundingEvent.ShortfallFound)),
        ("ShortfallNotified", typeof(FundingEvent.ShortfallNotified)), ("Advanced", typeof(FundingEvent.Advanced)), ("AdvanceRepaid", typeof(FundingEvent.AdvanceRepaid)),
        ("AdvanceCostPaid", typeof(FundingEvent.AdvanceCostPaid)), ("SuspenseReceived", typeof(FundingEvent.SuspenseReceived)), ("SuspenseCleared", typeof(FundingEvent.SuspenseCleared)),
        ("DayEnded", typeof(FundingEvent.DayEnded)), ("FeeCharged", typeof(FundingEvent.FeeCharged)), ("FeePaid", typeof(FundingEvent.FeePaid)),
        ("PayeeHeld", typeof(PayeeEvent.PayeeHeld)), ("HoldReleased", typeof(PayeeEvent.HoldReleased)), ("HeldBack", typeof(PayeeEvent.HeldBack)), ("HeldBackPaid", typeof(PayeeEvent.HeldBackPaid)),
        ("UnclaimedReturned", typeof(PayeeEvent.UnclaimedReturned)), ("Withheld", typeof(PayeeEvent.Withheld)), ("InterestDefaulted", typeof(PayeeEvent.InterestDefaulted)),
        ("SpecialRecordDateFixed", typeof(PayeeEvent.SpecialRecordDateFixed)), ("SpecialPositionTaken", typeof(PayeeEvent.SpecialPositionTaken)),
        ("Elected", typeof(ExchangeEvent.Elected)), ("ExchangeDivided", typeof(ExchangeEvent.Divided)), ("ExchangeDifferenceAccepted", typeof(ExchangeEvent.DifferenceAccepted)),
        ("ExchangeBought", typeof(ExchangeEvent.Bought)), ("ExchangeRateUnavailable", typeof(ExchangeEvent.RateUnavailable)), ("ExchangeSettled", typeof(ExchangeEvent.Settled)),
        ("ExchangePaid", typeof(ExchangeEvent.ExchangePaid)),
        ("Redeemed", typeof(RedemptionEvent.Redeemed)),
        ("RegisterOpened", typeof(CertificateEvent.RegisterOpened)), ("NomineeNamed", typeof(CertificateEvent.NomineeNamed)),
        ("CertificatePrepared", typeof(CertificateEvent.Prepared)), ("CertificateExecuted", typeof(CertificateEvent.Executed)),
        ("CertificateAuthenticated", typeof(CertificateEvent.Authenticated)), ("CertificateDelivered", typeof(CertificateEvent.Delivered)),
        ("CertificatesReplaced", typeof(CertificateEvent.Replaced)), ("DefinitivesAllowed", typeof(CertificateEvent.DefinitivesAllowed)), ("SupplementFiled", typeof(CertificateEvent.SupplementFiled)),
        ("PositionsCredited", typeof(HoldingEvent.Credited)), ("PositionTransferred", typeof(HoldingEvent.Transferred)),
        ("NotesExchanged", typeof(HoldingEvent.Exchanged)), ("PositionsReconciled", typeof(HoldingEvent.Reconciled)),
        ("CancellationRequested", typeof(CancellationEvent.Requested)), ("NotesCancelled", typeof(CancellationEvent.Cancelled)),
        ("AccountInstructed", typeof(AccountEvent.Instructed)),
        ("RegisterInspected", typeof(ServiceEvent.Inspected)), ("TransferTaskOpened", typeof(ServiceEvent.TaskOpened)), ("TransferTaskClosed", typeof(ServiceEvent.TaskClosed)),
        ("TransferPresented", typeof(ServiceEvent.TransferPresented)), ("NoticePublished", typeof(ServiceEvent.NoticePublished)), ("DocumentSupplied", typeof(ServiceEvent.DocumentSupplied)),
        ("DocumentGiven", typeof(ServiceEvent.DocumentGiven)),
        ("MessageReceived", typeof(MessageEvent.Received)),
        ("Proposed", typeof(ApprovalEvent.Proposed)), ("ApproverNamed", typeof(ApprovalEvent.ApproverNamed)), ("ApproverRemoved", typeof(ApprovalEvent.ApproverRemoved)),
    ];

    private static readonly Dictionary<string, Type> Types = Known.ToDictionary(n => n.Name, n => n.Type, StringComparer.Ordinal);
    private static readonly Dictionary<Type, string> NameOf = Known.ToDictionary(n => n.Type, n => n.Name);

    /// <summary>The version written today, for every type.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new TextConverter<Money>(m => $"{m} {m.Currency}", s => s.Split(' ') is [var amount, var code] ? Currency.Of(code).Then(c => Money.Parse(amount, c)).Require() : throw new JsonException(s)),
            new TextConverter<Ratio>(r => $"{r.Numerator.ToString(CultureInfo.InvariantCulture)}/{r.Denominator.ToString(CultureInfo.InvariantCulture)}",
                s => s.Split('/') is [var n, var d] ? new Ratio(Int128.Parse(n, CultureInfo.InvariantCulture), Int128.Parse(d, CultureInfo.InvariantCulture)) : throw new JsonException(s)),
            new TextConverter<Percent>(p => p.ToString(), s => Percent.Parse(s).Require()),
            Cases<PaymentKind>(), Cases<NoteForm>(), Cases<SignatureRule>(), Cases<DefinitiveGround>(), Cases<CancellationGround>(), Cases<AccountKind>(), Cases<InspectionBasis>(), Cases<TransferBasis>(),
            Cases<NoticeMeans>(),
            new TermsConverter(),
        },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true, // what is computed from an event is not written in it
    };

    private static TextConverter<T> Cases<T>() where T : struct, Enum => new(Names.Of, s => Names.Find<T>(s) ?? throw new JsonException(s));

    public static string TypeOf(SeriesEvent happened) => NameOf[happened.GetType()];

    public static byte[] Write(SeriesEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    /// <summary>Throws for a type or version that this program does not know: a journal from a newer program is not guessed at.</summary>
    public static SeriesEvent Read(string type, int version, ReadOnlySpan<byte> payload)
    {
        if (version != Version || !Types.TryGetValue(type, out var known))
            throw new InvalidOperationException($"The journal holds an event {type} version {version}, which this program does not know.");
        return (SeriesEvent)JsonSerializer.Deserialize(payload, known, Options)!;
    }

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString() ?? throw new JsonException());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class TermsConverter : JsonConverter<Terms>
    {
        public override Terms Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TermsJson.Read(JsonNode.Parse(ref reader)!.ToJsonString(), "journal").Require();

        public override void Write(Utf8JsonWriter writer, Terms value, JsonSerializerOptions options) => TermsJson.Write(value).WriteTo(writer, options);
    }
}
