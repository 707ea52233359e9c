using System.Globalization;
using System.Text;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>One holder's line of the payment detail.</summary>
/// <param name="RatePerThousand">What 1,000 of principal is owed, in major units, exact and unrounded.</param>
/// <param name="Gross">Owed, in the currency of the notes.</param>
public sealed record PaymentDetail(string Holder, Money Held, Ratio RatePerThousand, Money Gross, Money Withheld, Money Net);

/// <summary>
/// The detail of one payment at the level of its CUSIP, as depositaries ask for it, as CSV (RFC 4180, UTF-8, lines end with CR LF): a line for each holder or
/// participant, in the order given.
/// </summary>
public static class PaymentDetailFile
{
    private const string Head = "cusip,isin,record date,payment date,holder,principal held,rate per 1000,gross,withheld,net,currency";

    /// <summary>
    /// A rate whose decimals do not end is written as a ratio ("1/3"). Refused MESSAGE-EMPTY, PAYMENT-REPEATED, CURRENCY-MISMATCH, and SUM-DIFFERS where gross less
    /// withheld is not net.
    /// </summary>
    public static Outcome<ReadOnlyMemory<byte>> Write(CorporateEvent subject, IReadOnlyList<PaymentDetail> lines)
    {
        if (lines.Count == 0) return Refusal.Of(MessageWriteRefusal.MessageEmpty, $"The detail of {subject.Name} has no line.");
        if (lines.GroupBy(l => l.Holder, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Of(MessageWriteRefusal.PaymentRepeated, $"The detail of {subject.Name} has {twice.Count()} lines for {twice.Key}.");
        var currency = lines[0].Gross.Currency;
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var line in lines)
        {
            if (line.Held.Currency != currency || line.Gross.Currency != currency || line.Withheld.Currency != currency || line.Net.Currency != currency)
                return Refusal.Of(MessageWriteRefusal.CurrencyMismatch, $"The detail of {subject.Name} is in {currency}, and the line of {line.Holder} is not, or not all of it.");
            if ((line.Gross - line.Withheld).CompareTo(line.Net) != 0)
                return Refusal.Of(MessageWriteRefusal.SumDiffers, $"{line.Holder}: {line.Gross.ToDisplay()} less {line.Withheld.ToDisplay()} withheld is not {line.Net.ToDisplay()}.");
            text.AppendJoin(',', new[]
            {
                subject.Security.Cusip ?? "", subject.Security.Isin ?? "", Day(subject.RecordDate), Day(subject.PaymentDate), line.Holder, line.Held.ToString(),
                Rate(line.RatePerThousand), line.Gross.ToString(), line.Withheld.ToString(), line.Net.ToString(), currency.Code,
            }.Select(Field)).Append("\r\n");
        }
        return new Outcome<ReadOnlyMemory<byte>>.Done(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rate(Ratio rate) => rate.TryDecimal(out var exact) ? exact.ToString("0.############################", CultureInfo.InvariantCulture) : rate.ToString();

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
