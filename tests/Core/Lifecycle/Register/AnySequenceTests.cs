namespace Indenture.Tests.Core.Lifecycle.Register;

/// <summary>Whatever is asked of the register in whatever order, and whatever of it is refused: the sum holds, no account is overdrawn, every tier is covered by the one above, and a second, dumber set of books agrees.</summary>
public class AnySequenceTests
{
    private static readonly string[] Names = ["A", "B", "C"];

    [Fact]
    public void TheIdentityHoldsAndEveryTierIsCoveredAfterAnySequenceOfCommands()
    {
        var accepted = 0;
        for (var seed = 1; seed <= 300; seed++)
            try
            {
                accepted += Run(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        Assert.True(accepted > 300 * 15, $"{accepted} commands of 18,000 were accepted: too few to show anything");
    }

    private static int Run(Random random)
    {
        var life = Yen.Issued();
        var books = new SimpleBooks();
        var (day, accepted) = (Yen.Issue, 0);
        for (var step = 0; step < 60; step++)
        {
            if (random.Next(4) == 0) day = day.AddDays(random.Next(3));
            var (command, record) = Command(random, life, books, step, day);
            command.Match(decision =>
            {
                life.Do(_ => decision);
                record();
                return ++accepted;
            }, _ => accepted);
            Check(life, books);
        }
        return accepted;
    }

    /// <summary>A command, sensible or not, and what it does to the simple books where it is accepted.</summary>
    private static (Outcome<Decision> Command, Action Record) Command(Random random, Life life, SimpleBooks books, int step, DateOnly day)
    {
        var form = random.Next(2) == 0 ? NoteForm.International : NoteForm.Dtc;
        var (note, other, otherForm) = form == NoteForm.International ? (Yen.International, Yen.Dtc, NoteForm.Dtc) : (Yen.Dtc, Yen.International, NoteForm.International);
        var (from, to) = (Holder(random), Holder(random));
        var amount = (random.Next(8) == 0 ? 5_000_000L : 10_000_000L) * random.Next(0, 1200);
        DepositaryNotice notice = new($"N-{random.Next(100)}", "procedure 4", day);
        switch (random.Next(6))
        {
            case 0:
                var row = $"{from.Participant},{from.Beneficial},{amount}";
                return (new CreditPositions(form, Yen.File("participant,holder,principal", row), day, day, life.Held()).Decide(life.State), () => books.Put(form, from, amount));
            case 1:
                return (new TransferPosition(form, from, to, Yen.Jpy(amount), notice, day, day, life.Held()).Decide(life.State), () => { books.Put(form, from, -amount); books.Put(form, to, amount); });
            case 2:
                var known = random.Next(3) > 0;
                return (new ExchangeNotes(note, other, known ? from : null, known ? to : null, Yen.Jpy(amount), Yen.Jpy(random.Next(10) == 0 ? amount + 1 : amount), notice, day, day, life.Held()).Decide(life.State), () =>
                {
                    books.Notes[form] -= amount;
                    books.Notes[otherForm] += amount;
                    if (!known) return;
                    books.Put(form, from, -amount);
                    books.Put(otherForm, to, amount);
                });
            case 3:
                CancelledPart[] parts = [new(note, Yen.Jpy(amount), random.Next(2) == 0 ? from : null), new(other, Yen.Jpy(10_000_000))];
                return (new RequestCancellation($"C-{random.Next(8)}", CancellationGround.Repurchased, parts, "checked", Yen.Jpy(0), day, day, life.Held()).Decide(life.State), () => { });
            case 4:
                var reference = $"C-{random.Next(8)}";
                var open = life.State.Register.Cancellations.GetValueOrDefault(reference)?.Open ?? [];
                var decided = new CancelNotes(reference, "O", "C", random.Next(2) == 0 ? "DTC" : null, null, day, day, life.Held()).Decide(life.State);
                return (decided, () =>
                {
                    foreach (var part in life.State.Register.Cancellations[reference].Carried[^1].Parts)
                    {
                        var of = part.Note == Yen.Dtc ? NoteForm.Dtc : NoteForm.International;
                        books.Notes[of] -= part.Amount.Minor;
                        books.Cancelled += part.Amount.Minor;
                        if (part.Holder is { } holder) books.Put(of, holder, -part.Amount.Minor);
                        Assert.Contains(part, open);
                    }
                });
            default:
                return (new ReplaceCertificates($"S-{step}", [note], [other], [], null, null, day, day, life.Held()).Decide(life.State), () => { });
        }
    }

    private static TierHolder Holder(Random random) => new(Names[random.Next(3)], random.Next(3) == 0 ? Names[random.Next(3)] : null);

    private static void Check(Life life, SimpleBooks books)
    {
        var identity = RegisterIdentity.Of(Currency.JPY, life.State.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, life.Held());
        Assert.True(identity.HoldsLiterally, identity.ToString());
        Assert.All(life.Units.Where(b => b.Key != SeriesBooks.Issued.Name && !b.Key.StartsWith("below/", StringComparison.Ordinal)), b => Assert.True(b.Value >= 0, $"{b.Key} is {b.Value}"));
        Assert.Equal(books.Cancelled, identity.Cancelled.Minor);
        foreach (var form in new[] { NoteForm.International, NoteForm.Dtc })
        {
            var tier = TierPosition.Of(DateOnly.MaxValue, form, Currency.JPY, life.State.GlobalNotes, life.Units);
            Assert.True(tier.Unstated.Minor >= 0, $"{form}: {tier.Unstated.ToDisplay()}");
            Assert.Equal(books.Notes[form], tier.Represented.Minor);
            Assert.Equal(books.Under(form), tier.Participants.Holdings.Select(h => (h.Holder, h.Principal.Minor)));
            foreach (var (participant, held) in books.Under(form))
            {
                var through = TierPosition.Beneficial(DateOnly.MaxValue, form, participant, Currency.JPY, life.Units).Holdings.Sum(h => h.Principal.Minor);
                Assert.True(through <= held, $"{participant} holds {held} and {through} through it");
                Assert.Equal(books.Through(form, participant), through);
            }
        }
    }

    /// <summary>What each note represents and who holds what, by plain addition.</summary>
    private sealed class SimpleBooks
    {
        private readonly Dictionary<(NoteForm Form, TierHolder Holder), long> _held = [];

        public Dictionary<NoteForm, long> Notes { get; } = new() { [NoteForm.International] = 65_000_000_000, [NoteForm.Dtc] = 10_000_000_000 };

        public long Cancelled { get; set; }

        public void Put(NoteForm form, TierHolder holder, long amount) => _held[(form, holder)] = _held.GetValueOrDefault((form, holder)) + amount;

        public IEnumerable<(string, long)> Under(NoteForm form) => _held.Where(h => h.Key.Form == form).GroupBy(h => h.Key.Holder.Participant).Select(g => (g.Key, g.Sum(h => h.Value))).Where(h => h.Item2 > 0).OrderBy(h => h.Key, StringComparer.Ordinal);

        public long Through(NoteForm form, string participant) => _held.Where(h => h.Key.Form == form && h.Key.Holder.Participant == participant && h.Key.Holder.Beneficial is not null).Sum(h => h.Value);
    }
}
