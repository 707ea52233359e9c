using System.Text;
using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

/// <summary>Records made at random from a seed: what is written is valid against its schema, and what cannot be written is refused by name. A failure prints its seed.</summary>
public class RandomMessageTests
{
    private sealed class Any(int seed)
    {
        private readonly Random _random = new(seed);

        public int Below(int limit) => _random.Next(limit);

        public bool Once(int inHowMany) => _random.Next(inHowMany) == 0;

        public T Of<T>(params T[] values) => values[_random.Next(values.Length)];

        private const string Usual = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-'()/&;:<>\"#%+éüßÆłŽ’–—“”\u00A0\t";

        public string Text(int longest)
        {
            var text = new StringBuilder("x");
            var length = Once(20) ? longest + 5 : _random.Next(longest);
            while (text.Length < length) text.Append(Once(2000) ? Of("日", "\u0001", "€", "😀", "\uD800") : Usual[_random.Next(Usual.Length)].ToString());
            return text.ToString();
        }

        public string Id(int longest)
        {
            const string characters = "ABCxyz0189-?:().,'+";
            return string.Concat(Enumerable.Range(0, 1 + _random.Next(longest)).Select(_ => characters[_random.Next(characters.Length)])) + (Once(40) ? Of("/", "//x", "_", "") : "");
        }

        public Currency Currency() => Of([.. Indenture.Core.Currency.All]);

        public Money Money(Currency currency) => new(
            Once(50) ? Of(0, -1, long.MaxValue, 1_000_000_000_000_000_000) : _random.NextInt64(1, Of(10, 1_000_000, 1_000_000_000_000, 100_000_000_000_000_000)), currency);

        public DateOnly Date() => new DateOnly(1999, 12, 31).AddDays(_random.Next(20_000));

        public DateTimeOffset Time() => new(Date().ToDateTime(new TimeOnly(_random.Next(24), _random.Next(60), _random.Next(60))), TimeSpan.FromMinutes(15 * _random.Next(-48, 56)));

        public Ratio Ratio() => new(_random.NextInt64(0, 1_000_000_000), Of(1, 3, 7, 8, 100, 360, 365, 10_000_000));

        public Bic Bic() => Sample.Bic(Of("DEPOUS33", "FISCGB2LXXX", "BANKJPJT"));

        public Bank Bank() => Once(3) ? Indenture.Messages.Bank.Numbered("USABA", "021000021").Require() : Sample.Bank(Bic().Code);

        public CashAccount Account() => Once(2) ? CashAccount.OfIban("GB82WEST12345698765432").Require() : Sample.Account("ACCT-" + Below(1000));

        public MessageParty Party() => new(Text(130), Once(2) ? null : new PartyAddress(Or(60), Or(10), Or(12), Text(30), Of("LU", "US", "JP")), Once(3) ? "5493001KJTIIGC8Y1R12" : null);

        private string? Or(int longest) => Once(2) ? null : Text(longest);

        public Security Security() => Indenture.Messages.Security.Of(Text(120), Once(3) ? null : "US17313UAA79", "17313UAA7", Once(2) ? "040421742" : null).Require();

        public CorporateEvent Event() => new(Text(60), Text(60), Of(Enum.GetValues<EventType>()), Security(), Money(Currency()), Date(), Date());

        public HolderPayment Payment()
        {
            var (owed, paid) = (Currency(), Currency());
            var (gross, withheld) = (Money(owed), Once(2) ? Indenture.Core.Money.Zero(owed) : new Money(_random.Next(1, 9), owed));
            var exchange = Once(2) ? new Exchanged(Money(paid), Of(115m, 0.0087m, 1.5m, 0m, 1.23456789012m)) : null;
            if (exchange is null) paid = owed;
            var costs = Once(2) ? Indenture.Core.Money.Zero(paid) : new Money(_random.Next(1, 9), paid);
            var available = exchange?.Bought.Minor ?? gross.Minor - withheld.Minor;
            var net = new Money(available < costs.Minor ? 0 : available - costs.Minor + (Once(50) ? 1 : 0), paid);
            return new HolderPayment(Text(80), Id(30), 1 + Below(Once(30) ? 1000 : 9), Money(owed), gross, withheld, exchange, costs, net, Once(2) ? null : Account());
        }

        public PaymentRun Run()
        {
            var currency = Currency();
            return new PaymentRun(Text(60), Text(60), Below(5), Of(Enum.GetValues<PaymentPurpose>()), Date(), Time(), new Payer(Party(), Account(), Bank()),
                [.. Enumerable.Range(0, 1 + Below(4)).Select(i => new RunPayment($"{i}", Money(Once(60) ? Currency() : currency), new Payee(Party(), Account(), Bank(), Once(2) ? Bic() : null), Text(130)))]);
        }
    }

    [ReferenceFact]
    public void WhatIsWrittenIsValidAndWhatIsNotIsRefusedByName()
    {
        var codes = Enum.GetValues<MessageWriteRefusal>().Select(Refusal.CodeOf).ToHashSet();
        var (written, refused) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        for (var seed = 1; seed <= 400; seed++)
            foreach (var message in Messages(new Any(seed)))
                message.Match(
                    done =>
                    {
                        var valid = Schemas!.Validate(done.Type, done.Xml);
                        Assert.True(valid is Outcome<ReadOnlyMemory<byte>>.Done, $"seed {seed}: {MessageOf(valid)}\n{Encoding.UTF8.GetString(done.Xml.Span)}");
                        Assert.InRange(done.Id.Length, 1, 35);
                        return written[done.Type.Name] = written.GetValueOrDefault(done.Type.Name) + 1;
                    },
                    no =>
                    {
                        Assert.True(codes.Contains(no.Code), $"seed {seed}: {no.Code}");
                        return refused[no.Code] = refused.GetValueOrDefault(no.Code) + 1;
                    });
        // Nothing of this holds by never being tried.
        Assert.Equal(11, written.Count);
        Assert.All(written, w => Assert.True(w.Value >= 100, $"{w.Key} was written {w.Value} times"));
        Assert.Subset(refused.Keys.ToHashSet(), new HashSet<string> { "TEXT-TOO-LONG", "TEXT-CHARACTER", "AMOUNT-UNSENDABLE", "CURRENCY-MISMATCH", "SUM-DIFFERS", "OPTIONS-INVALID", "PAYEE-NOT-BANK" });
    }

    private static IEnumerable<Outcome<OutboundMessage>> Messages(Any any)
    {
        var run = any.Run();
        var banks = new Interbank(any.Bank(), any.Bank(), any.Once(2) ? new SettlementRoute.Correspondent() : new SettlementRoute.Clearing(any.Of("FDW", "TGT", "BOJ")));
        yield return PaymentMessages.Initiation(run);
        yield return PaymentMessages.BankTransfer(run, run.Payments[0], banks);
        yield return PaymentMessages.CustomerTransfer(run, run.Payments[0], banks);
        yield return RecallMessages.Write(new Recall(run.Series, run.Run, "0", 1 + any.Below(3), any.Id(30), any.Of(MessageType.Pacs008, MessageType.Pacs009), any.Money(any.Currency()), any.Date(),
            any.Bank(), any.Bank(), any.Of(Enum.GetValues<RecallReason>()), any.Once(2) ? null : any.Text(100), any.Time()));
        var subject = any.Event();
        var options = Enumerable.Range(1, 1 + any.Below(3)).Select(i => new CashOption(any.Once(40) ? 1 : i, any.Currency(), any.Once(3) ? null : any.Ratio())).ToList();
        var announcement = new Announcement(subject, 1 + any.Below(3), any.Below(3), any.Once(2) ? null : any.Date(),
            any.Once(2) ? null : new AccrualPeriod(any.Date(), any.Date(), any.Below(1200)), any.Once(3) ? null : any.Ratio(), any.Once(3) ? null : any.Ratio(), options, any.Once(30) ? 9 : 1,
            any.Once(20) ? null : any.Time(), [.. Enumerable.Range(0, any.Below(3)).Select(_ => any.Text(400))], any.Once(2) ? null : any.Bic());
        yield return CorporateActions.Announce(announcement);
        yield return CorporateActions.Withdraw(announcement, any.Text(120));
        var payment = any.Payment();
        yield return CorporateActions.Advise(announcement with { Options = [.. options, new CashOption(any.Once(30) ? 8 : payment.Option + 10, payment.Net.Currency, null)] }, payment with { Option = payment.Option + 10 }, 1 + any.Below(3));
        yield return CorporateActions.Confirm(subject, payment, any.Date());
        yield return CorporateActions.Reverse(subject, payment, any.Of(Enum.GetValues<ReversalReason>()), any.Once(2) ? null : any.Text(240), any.Date(), any.Date());
        yield return CorporateActions.Answer(subject, any.Id(30), any.Of<ElectionAnswer>(new ElectionAnswer.Accepted(), new ElectionAnswer.Pending(),
            new ElectionAnswer.Rejected(any.Of(Enum.GetValues<ElectionFault>()), any.Text(200))), 1 + any.Below(3));
        yield return ClosingMessages.Deliver(new ClosingDelivery(run.Series, run.Run, any.Text(30), any.Security(), any.Date(), any.Date(), any.Money(any.Currency()), any.Money(any.Currency()),
            any.Id(30), any.Bic(), any.Bic(), any.Bic()));
    }

    [Fact]
    public void WhateverTheBytesAreTheyAreReadOrRefused()
    {
        var random = new Random(20061031);
        var (read, refused) = (0, 0);
        foreach (var (name, xml) in InboundSamples.All)
            for (var i = 0; i < 400; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(xml);
                for (var n = random.Next(1, 4); n > 0; n--)
                    switch (random.Next(3))
                    {
                        case 0:
                            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                            break;
                        case 1:
                            var (from, length) = (random.Next(bytes.Length), random.Next(40));
                            bytes = [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + length)..]];
                            break;
                        case 2:
                            var (start, end) = (random.Next(bytes.Length), random.Next(bytes.Length));
                            bytes = [.. bytes[..end], .. bytes[start..Math.Min(bytes.Length, start + 60)], .. bytes[end..]];
                            break;
                    }
                var outcome = InboundMessage.Read(bytes, null); // an exception fails the test
                outcome.Match(_ => read++, no =>
                {
                    Assert.False(string.IsNullOrEmpty(no.Message), name);
                    return refused++;
                });
            }
        Assert.True(refused > 1000, $"{read} read, {refused} refused");
    }
}
