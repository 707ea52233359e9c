using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Indenture.Actions;
using Indenture.Cli;
using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Scenarios;

/// <summary>
/// Whole lives of notes, each a file that a person can read (*.scenario), given to the program's own verbs on a store of its own. A line is one of:
/// <code>
/// # a remark
/// given NAME … end                 a file, with the lines between
/// on 2020-08-11T13:00Z             the instant of the acts that follow, and their day
/// ann: VERB …                      a person's command; $S is the series booked or taken over last, $A, $B, $C the offerings in the order booked
/// ann, ben: VERB …                 the same command given by two persons, one after the other
///   refused CODE                   what is expected of the command above; without it the command is carried out
///   proposed                       … by its first person, and nothing moved
/// each 2 to 9 … end                the lines between for each due: {n}, {interest}, {principal}, and "on record", "on funding", "on confirm" TIME
/// balance ACCOUNT = AMOUNT [CUR]   what an account of the cash book holds
/// paid RUN, HOLDER = AMOUNT [CUR]  what a run paid a holder
/// duty STATE: WORDS                a duty that stands so
/// look at WORDS                    a warning that holds the words
/// proves                           every invariant of journal and books holds
/// </code>
/// </summary>
public partial class ScenarioTests
{
    private static readonly string Folder = Path.Combine(Reference.Root, "tests", "Scenarios");

    public static TheoryData<string> Scenarios() => [.. Directory.GetFiles(Folder, "*.scenario").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scenarios))]
    [Trait("clause", "AGY-4.1c"), Trait("clause", "AGY-4.2b"), Trait("clause", "AGY-4.2c"), Trait("clause", "AGY-10f"), Trait("clause", "AGY-10k")]
    public void ItHappensAsWritten(string scenario)
    {
        using var play = new Play();
        play.Run(File.ReadAllLines(Path.Combine(Folder, scenario + ".scenario")), scenario);
        Assert.True(play.Acts > 5, $"{scenario} has {play.Acts} acts.");
    }

    [Theory]
    [InlineData("balance held/due-1 = 1.00", "held/due-1 holds 0.00")]
    [InlineData("ann: announce $S 1\n  refused NOTHING-DUE", "RECORD-DATE-EARLY")]
    [InlineData("on 2006-04-16\nann: announce $S 1\n  refused NOTHING-DUE", "done")]
    [InlineData("ann: announce $S 1", "RECORD-DATE-EARLY")]
    [InlineData("paid interest-1, Somebody = 1.00", "paid Somebody nothing")]
    [InlineData("duty met: pay", "no duty")]
    [InlineData("look at the moon", "no warning")]
    [InlineData("sing", "is no line of a scenario")]
    public void WhatDoesNotHappenAsWrittenIsFound(string lines, string fault)
    {
        using var play = new Play();
        var opening = File.ReadAllLines(Path.Combine(Folder, "opening.txt"));
        var failed = Assert.ThrowsAny<Exception>(() => play.Run([.. opening, .. lines.Split('\n')], "test"));
        Assert.Contains(fault, failed.Message, StringComparison.Ordinal);
    }

    private sealed partial class Play : IDisposable
    {
        private static readonly RootCommand Verbs = Root.Command();

        private readonly string _folder = Directory.CreateTempSubdirectory("indenture-scenario-").FullName;
        private readonly Dictionary<string, string> _names = [];
        private DateTimeOffset _at = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);
        private int? _due;

        public int Acts { get; private set; }

        public Play() => Store.Rehearsal(StorePath).Require().Dispose();

        private string StorePath => Path.Combine(_folder, "store.db");

        public void Run(IReadOnlyList<string> lines, string name)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var at = i;
                try
                {
                    i = Line(lines, i);
                }
                catch (Exception fault) when (fault is not Failed)
                {
                    throw new Failed($"{name}, line {at + 1}: {lines[at].Trim()}\n   {fault.Message}");
                }
            }
        }

        private sealed class Failed(string message) : Exception(message);

        /// <summary>Plays the line and answers the last one that belongs to it.</summary>
        private int Line(IReadOnlyList<string> lines, int i)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line.StartsWith('#')) return i;
            if (line.StartsWith("given ", StringComparison.Ordinal))
            {
                var end = End(lines, i);
                File.WriteAllText(Path.Combine(_folder, line["given ".Length..]), string.Concat(lines.Skip(i + 1).Take(end - i - 1).Select(l => l.Trim() + "\n")));
                return end;
            }
            if (line.StartsWith("each ", StringComparison.Ordinal))
            {
                var end = End(lines, i);
                var numbers = line.Split(' ');
                for (var n = int.Parse(numbers[1], CultureInfo.InvariantCulture); n <= int.Parse(numbers[3], CultureInfo.InvariantCulture); n++)
                {
                    _due = n;
                    Run([.. lines.Skip(i + 1).Take(end - i - 1)], $"due {n}");
                }
                _due = null;
                return end;
            }
            if (line.StartsWith("on ", StringComparison.Ordinal)) _at = InstantOf(line[3..]);
            else if (Command().Match(line) is { Success: true } command)
            {
                var expected = i + 1 < lines.Count ? lines[i + 1].Trim() : "";
                var told = expected.StartsWith("refused ", StringComparison.Ordinal) || expected == "proposed";
                Act(command.Groups["who"].Value.Split(", "), command.Groups["what"].Value, told ? expected : "done");
                return told ? i + 1 : i;
            }
            else if (Balance().Match(line) is { Success: true } balance) Holds(balance.Groups["account"].Value, balance.Groups["amount"].Value, balance.Groups["currency"].Value);
            else if (Paid().Match(line) is { Success: true } paid) WasPaid(paid.Groups["run"].Value, paid.Groups["holder"].Value, paid.Groups["amount"].Value, paid.Groups["currency"].Value);
            else if (line.StartsWith("duty ", StringComparison.Ordinal)) Duty(line[5..]);
            else if (line.StartsWith("look at ", StringComparison.Ordinal)) Warning(line[8..]);
            else if (line == "proves") Proves();
            else throw new InvalidOperationException("is no line of a scenario.");
            return i;
        }

        private static int End(IReadOnlyList<string> lines, int from)
        {
            for (var i = from + 1; i < lines.Count; i++)
                if (lines[i].Trim() == "end") return i;
            throw new InvalidOperationException("has no end.");
        }

        // --- acts ---------------------------------------------------------------------------------------------------------------------------

        private void Act(IReadOnlyList<string> persons, string what, string expected)
        {
            foreach (var (person, i) in persons.Select((p, i) => (p, i)))
            {
                Acts++;
                var (exit, output, error) = Invoke(person, what);
                var last = i == persons.Count - 1;
                var happened = exit == 1 ? "refused " + error.Split(':')[0] : output.Contains(": proposed as ", StringComparison.Ordinal) ? "proposed" : "done";
                var wanted = last ? expected : "proposed";
                // The first of two may be refused what the second would be.
                if (!last && happened == expected) return;
                if (happened != wanted) throw new InvalidOperationException($"{person}: expected {wanted}, and it was {happened}. {error}{output}");
            }
        }

        private (int Exit, string Output, string Error) Invoke(string person, string what)
        {
            var words = Words().Matches(Replace(what)).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value).ToList();
            words = [.. words.Select(w => File.Exists(Path.Combine(_folder, w)) ? Path.Combine(_folder, w) : w)];
            List<string> more = ["--store", StorePath, "--as", person, "--at", _at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)];
            var (output, error) = (new StringWriter(), new StringWriter());
            var parsed = Verbs.Parse([.. words, .. more]);
            if (parsed.Errors.Count > 0) throw new InvalidOperationException(string.Join(" ", parsed.Errors.Select(e => e.Message)));
            var exit = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            foreach (Match booked in Booked().Matches(output.ToString()))
            {
                _names.TryAdd("$" + (char)('A' + _names.Count(n => n.Key != "$S")), booked.Groups["offering"].Value);
                _names["$S"] = booked.Groups["series"].Value;
            }
            if (TakenOver().Match(output.ToString()) is { Success: true } taken) _names["$S"] = taken.Groups["series"].Value;
            return (exit, output.ToString(), error.ToString());
        }

        private string Replace(string text)
        {
            foreach (var (name, value) in _names) text = text.Replace(name, value, StringComparison.Ordinal);
            if (_due is not { } n) return text;
            text = text.Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!text.Contains('{', StringComparison.Ordinal) || State().Payments.Announced.GetValueOrDefault(n) is not { } due) return text;
            return text.Replace("{interest}", due.Interest.ToString(), StringComparison.Ordinal).Replace("{principal}", due.Principal.ToString(), StringComparison.Ordinal)
                .Replace("{total}", due.Total.ToString(), StringComparison.Ordinal);
        }

        private DateTimeOffset InstantOf(string text)
        {
            var words = text.Split(' ');
            if (words[0] is not ("record" or "funding" or "confirm"))
                return DateTimeOffset.Parse(text.Length == 10 ? text + "T12:00Z" : text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var state = State();
            var rules = PaymentRules.Of(state.Terms, Calendars.Standard).Require();
            var period = Dues.Periods(Promise.Of(state.Terms, Calendars.Standard).Require()).Single(p => p.N == _due);
            var funding = rules.FundingDate(period.UnadjustedDate, period.PaymentDate);
            var day = words[0] == "record" ? period.RecordDate!.Value : words[0] == "funding" ? funding : rules.Confirmation!.Before(funding, Zones.System).Require().Day;
            return new DateTimeOffset(day.ToDateTime(TimeOnly.ParseExact(words[1], "HH:mm", CultureInfo.InvariantCulture)), TimeSpan.Zero);
        }

        // --- what is then the case ---------------------------------------------------------------------------------------------------------------

        private T Look<T>(Func<Desk, T> look)
        {
            using var store = Store.Open(StorePath).Require();
            return look(new Desk(store));
        }

        private SeriesState State() => Look(desk => desk.Load(_names["$S"]));

        private Currency CurrencyOf(string code) => code.Length > 0 ? Currency.Of(code).Require() : State().Terms.Currency!.Value;

        private void Holds(string account, string amount, string code)
        {
            var currency = CurrencyOf(code);
            var held = new Indenture.Core.Money(Look(desk => desk.Store.Read(view => view.BalanceOf(_names["$S"], Book.Cash, account, currency.Code))), currency);
            if (held.ToString() != amount) throw new InvalidOperationException($"{account} holds {held}.");
        }

        private void WasPaid(string run, string holder, string amount, string code)
        {
            var currency = CurrencyOf(code);
            var paid = Look(desk => desk.Store.Read(view => view.Payments(_names["$S"], Replace(run)))).Where(p => p.Row.Holder == holder && p.Row.Unit == currency.Code).Select(p => new Indenture.Core.Money(p.Row.Minor, currency)).ToList();
            if (paid.Count == 0) throw new InvalidOperationException($"{run} paid {holder} nothing in {currency}.");
            if (paid[0].ToString() != Replace(amount)) throw new InvalidOperationException($"{run} paid {holder} {paid[0]}.");
        }

        private void Duty(string text)
        {
            var (state, words) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            var all = State() is var s ? PaymentDuties.Of(s, PaymentRules.Of(s.Terms, Calendars.Standard).Require(), DateOnly.FromDateTime(_at.UtcDateTime), _at) : [];
            if (!all.Any(d => Names.Of(d.State) == state && d.What.Contains(words, StringComparison.Ordinal)))
                throw new InvalidOperationException($"there is no duty so; there are {string.Join("; ", all.Select(d => $"{Names.Of(d.State)}: {d.What}"))}");
        }

        private void Warning(string words)
        {
            var all = PaymentDuties.Warnings(State());
            if (!all.Any(w => w.Contains(words, StringComparison.Ordinal))) throw new InvalidOperationException($"there is no warning so; there are {string.Join("; ", all)}");
        }

        private void Proves()
        {
            var broken = Look(desk => Proving.All(desk).Where(i => !i.Holds).ToList());
            if (broken.Count > 0) throw new InvalidOperationException(string.Join("; ", broken.Select(i => $"{i.Name}: {i.Detail}")));
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        [GeneratedRegex(@"^(?<who>[a-z]+(?:, [a-z]+)*): (?<what>.+)$")]
        private static partial Regex Command();

        [GeneratedRegex(@"^balance (?<account>\S+) = (?<amount>-?[\d.]+)(?: (?<currency>[A-Z]{3}))?$")]
        private static partial Regex Balance();

        [GeneratedRegex(@"^paid (?<run>[^,]+), (?<holder>.+) = (?<amount>[\d.]+|\{\w+\})(?: (?<currency>[A-Z]{3}))?$")]
        private static partial Regex Paid();

        [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
        private static partial Regex Words();

        [GeneratedRegex(@"booked: offering (?<offering>\S+) in series (?<series>\S+)")]
        private static partial Regex Booked();

        [GeneratedRegex(@"^series (?<series>\S+): taken over", RegexOptions.Multiline)]
        private static partial Regex TakenOver();
    }
}
