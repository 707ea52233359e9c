using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indenture.Actions;
using Indenture.Storage;

namespace Indenture.Tests.Simulation;

/// <summary>How often each kind of act was carried out and refused, over many lives.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Done, int Refused)> _kinds = new(StringComparer.Ordinal);

    public void Count(string kind, bool done)
    {
        lock (_kinds)
        {
            var (yes, no) = _kinds.GetValueOrDefault(kind);
            _kinds[kind] = done ? (yes + 1, no) : (yes, no + 1);
        }
    }

    public IReadOnlyDictionary<string, (int Done, int Refused)> Kinds => _kinds;

    public override string ToString() => string.Join('\n', _kinds.Select(k => $"{k.Key,-24}{k.Value.Done,9} done {k.Value.Refused,9} refused"));
}

/// <summary>Where a life went wrong; it goes wrong again in the same place.</summary>
internal sealed class SimulationFailed(int seed, int step, IEnumerable<string> trace, Exception inner)
    : Exception($"Seed {seed}, step {step}: {inner.Message}\n{string.Join('\n', trace)}\n   To see it again: ./test --seed {seed}\n{(inner is Found ? "" : inner.StackTrace)}", inner)
{
    public int Seed => seed;
    public int Step => step;
}

/// <summary>A whole life of random series from one seed on the real store: acts, faults, and the paper books beside it after every step.</summary>
internal sealed class Life
{
    private const int ALife = 500;

    private readonly int _seed;
    private readonly Dice _dice;
    private readonly World _world;
    private readonly Rig _rig;
    private readonly Tally _tally;
    private readonly List<Sheet> _sheets = [];
    private readonly List<(Act Act, string? Key)> _given = [];
    private readonly HashSet<string> _done = [];
    private readonly Queue<string> _trace = new();
    private List<Desk> _desks = [];
    private int _step, _born;
    private bool _nested;
    private Action<Act, Instruction>? _told;

    private Life(int seed, Rig rig, Tally tally)
    {
        (_seed, _dice, _rig, _tally) = (seed, new Dice(seed), rig, tally);
        _world = new World(_dice);
    }

    /// <summary>Lives it, and answers a digest of all that the store then holds.</summary>
    /// <param name="given">Told of every act in its order; null where nobody listens.</param>
    public static string Run(int seed, int steps, Rig rig, Tally tally, Action<Act, Instruction>? given = null)
    {
        using (rig)
        {
            var life = new Life(seed, rig, tally) { _told = given };
            try
            {
                rig.Open();
                life.Desks();
                for (life._step = 1; life._step <= steps; life._step++) life.Step();
                life.Proves();
                return life.Digest();
            }
            catch (Exception e)
            {
                throw new SimulationFailed(seed, life._step, life._trace, e);
            }
        }
    }

    private void Desks() => _desks = [new Desk(_rig.Stores[0]), new Desk(_rig.Stores[^1])];

    private Sheet Current => _sheets[^1];

    private void Step()
    {
        if (_sheets.Count == 0 || _step - _born > ALife || Current.Redeemed is not null && _step - _born > 60 && _dice.Percent(10))
        {
            _born = _step;
            _sheets.Add(new Sheet(Case.Draw(_dice, $"US{_seed % 1000:000}{_sheets.Count:0000000}")));
            _world.Now = new DateTimeOffset(Current.Case.Issue.AddDays(-3).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
            _world.Waiting.Clear();
        }
        var sheet = _sheets.Count > 1 && _dice.Percent(4) ? _dice.Of(_sheets) : Current;
        _world.Now = _world.Now.AddMinutes(_dice.Between(1, 40));
        if (_dice.Percent(1))
        {
            // A clock is set back, or runs ahead.
            _world.Now = _world.Now.AddDays(_dice.Between(-20, 3));
            Note("the clock is set");
        }
        if (_given.Count > 0 && _dice.Percent(4))
        {
            var (act, key) = _given[_dice.Between(Math.Max(0, _given.Count - 60), _given.Count - 1)];
            Give(act, key, again: true);
            return;
        }
        Give(Choose(sheet), _dice.Percent(25) ? $"{_seed}/{_step}" : null, again: false);
    }

    private Act Choose(Sheet sheet)
    {
        if (_world.Waiting.Count > 0 && _dice.Percent(35))
        {
            // In whatever order they come to it: what was proposed first is not always released first.
            var at = _dice.Between(0, _world.Waiting.Count - 1);
            var waiting = _world.Waiting[at];
            _world.Waiting.RemoveAt(at);
            return waiting;
        }
        if (_dice.Percent(22)) return _world.Wild(sheet);
        var turns = _world.Turns(sheet);
        if (turns.Count > 0 && _dice.Percent(80)) return _dice.Weighted(turns)();
        if (turns.Count == 0 && _dice.Percent(55) && _world.Next(sheet) is { } next)
        {
            var days = next.DayNumber - _world.Today.DayNumber;
            _world.Now = _world.Now.AddDays(_dice.Percent(75) ? days : _dice.Between(1, days));
            if (_world.Turns(sheet) is { Count: > 0 } now) return _dice.Weighted(now)();
        }
        return _world.Anytime(sheet);
    }

    // --- giving a command ---------------------------------------------------------------------------------------------------------------------------

    private void Give(Act act, string? key, bool again)
    {
        var at = _dice.Between(0, 1);
        var boundary = _rig.Boundaries[at == 0 ? 0 : ^1];
        var fault = again || _nested ? Fault.None : _dice.Weighted<Fault>([(950, Fault.None), (2, Fault.DiesBefore), (3, Fault.DiesAfter), (15, Fault.AnswerLost), (30, Fault.Overtaken)]);
        if (fault == Fault.Overtaken)
        {
            var other = _world.Waiting.Count > 0 && _dice.Percent(50) ? _world.Waiting[0] : _dice.Percent(60) ? _world.Wild(act.Sheet) : _world.Anytime(act.Sheet);
            boundary.Overtaker = () =>
            {
                _nested = true;
                try
                {
                    Note("   in between:");
                    Give(other, null, again: false);
                }
                finally
                {
                    _nested = false;
                }
            };
        }
        var by = new Instruction(act.Actor, key, _world.Now, act.On);
        _told?.Invoke(act, by);
        boundary.Next = fault;
        Outcome<CommandResult> outcome;
        var told = true;
        try
        {
            outcome = act.Give(_desks[at], by);
        }
        catch (Crash)
        {
            told = false;
            var committed = boundary.Committed;
            Note($"   {fault} at {act.Says}");
            if (fault != Fault.AnswerLost)
            {
                _rig.Reopen();
                Desks();
                if (!committed) Agrees(act.Sheet, 0);
            }
            outcome = act.Give(_desks[at], by);
            if (committed && act.Whatever is null && outcome is not Outcome<CommandResult>.Done { Value.Repeated: true }) throw new Found($"{act.Says} was committed, and the same command given again was not answered as the first was: {Code(outcome)}");
        }
        catch (Exception e) when (e is not (Found or SimulationFailed))
        {
            throw new InvalidOperationException($"{act.Says} threw {e.GetType().Name}: {e.Message}", e);
        }
        boundary.Next = Fault.None;
        boundary.Overtaker = null;
        Answered(act, key, outcome, again, told);
    }

    private static string Code(Outcome<CommandResult> outcome) => outcome.Match(d => d.Repeated ? "done before" : d.Answer.AsSpan().IndexOf("\"proposed\""u8) >= 0 ? "proposed" : "done", r => r.Code);

    /// <summary>Holds the answer against what the paper books say of the act, and enters it in them.</summary>
    private void Answered(Act act, string? key, Outcome<CommandResult> outcome, bool again, bool told)
    {
        var sheet = act.Sheet;
        var wrong = act.Wrong();
        var identity = key ?? $"{act.Kind}\n{sheet.Id}\n{act.Actor}\n{act.On}\n{act.Words}";
        Note($"{_step}. {act.Says}{(again ? ", once more" : "")}: {Code(outcome)}{(wrong is null ? "" : $" ({wrong})")}");
        var events = 0;
        if (outcome is Outcome<CommandResult>.Done { Value: var result } && (!result.Repeated || !told && !_done.Contains(identity)))
        {
            var proposed = result.Answer.AsSpan().IndexOf("\"proposed\""u8) >= 0;
            if (wrong is not null) throw new Found($"{act.Says} was {(proposed ? "proposed" : "carried out")}, and {wrong}.");
            _done.Add(identity);
            events = act.MayChangeNothing ? -1 : 1;
            if (proposed) Propose(act);
            else
            {
                if (act.Subject is { } subject) Release(act, subject);
                act.Done();
            }
            if (!proposed) _tally.Count(act.Kind, done: true);
        }
        else if (outcome is Outcome<CommandResult>.Refused { Refusal: var refusal })
        {
            _tally.Count(act.Kind, done: false);
            if (wrong is null && !again && !act.MayBeRefused && !Approval(act, refusal.Code)) throw new Found($"{act.Says} was refused {refusal.Code}, and nothing is known to stand against it: {refusal.Message}");
        }
        else if (!_done.Contains(identity) && !act.MayChangeNothing) throw new Found($"{act.Says} was answered as done before, and it never was.");
        else if (wrong is null && !again && told && act.Kind is "hold" or "open-task")
            throw new Found($"{act.Says} was answered as done, from the day's earlier answer to the same words, and is not in force.");
        if (outcome is Outcome<CommandResult>.Done || act.Kind is "sent" or "confirmed") act.Whatever?.Invoke();
        if (!again && !_nested) _given.Add((act, key));
        Agrees(sheet, events);
    }

    private void Propose(Act act)
    {
        if (act.Subject is not { } subject) throw new Found($"{act.Says} needs one person and was only proposed.");
        if (act.Sheet.Released.Contains(subject)) throw new Found($"{act.Says} was proposed, and {subject} has been released.");
        act.Sheet.Proposed[subject] = (act.Words + act.On, act.Actor);
        var other = act with { Actor = _dice.Percent(88) ? _dice.Of(["ann", "ben", "cem", "dot", "eve"]) : act.Actor };
        if (_dice.Percent(92)) _world.Waiting.Add(other);
    }

    private static void Release(Act act, string subject)
    {
        if (!act.Sheet.Proposed.TryGetValue(subject, out var first) || first.Words != act.Words + act.On) throw new Found($"{act.Says} was carried out, and nobody proposed it so.");
        if (first.Maker == act.Actor) throw new Found($"{act.Says} was carried out by the one person who proposed it.");
        if (!act.Sheet.Released.Add(subject)) throw new Found($"{act.Says} was carried out, and {subject} was released before.");
        if (act.ThirdPerson?.Invoke() == true && act.Sheet.Cleared.TryGetValue(subject, out var cleared) && (cleared.Who == act.Actor || cleared.Who == first.Maker)) throw new Found($"{act.Says} was released by who cleared it as unusual.");
    }

    /// <summary>Refusals that the four eyes explain.</summary>
    private static bool Approval(Act act, string code) => code switch
    {
        "APPROVAL-SAME-PERSON" => act.Subject is { } s && act.Sheet.Proposed.TryGetValue(s, out var first) && first.Maker == act.Actor,
        "APPROVAL-USED" => act.SubjectNow is not null || act.Subject is { } s && act.Sheet.Released.Contains(s),
        "APPROVER-SAME-PERSON" => act.Subject is { } s && act.Sheet.Cleared.TryGetValue(s, out var cleared) && cleared.Who == act.Actor,
        _ => false,
    };

    // --- what must be so -------------------------------------------------------------------------------------------------------------------------------

    /// <summary>The books of the store are the paper books, account by account; and the journal has gone on by an act, or not at all.</summary>
    /// <param name="events">1: an act was carried out; 0: nothing was; -1: either.</param>
    private void Agrees(Sheet sheet, int events)
    {
        var (fresh, balances) = _rig.Stores[0].Read(view => (view.EventsOf(sheet.Id, Desk.StreamOf(sheet.Id), sheet.Version + 1).Count, view.Balances(sheet.Id)));
        if (events == 0 && fresh > 0) throw new Found($"the journal of {sheet.Id} has {fresh} events more, and nothing was carried out.");
        if (events == 1 && fresh == 0) throw new Found($"the journal of {sheet.Id} has no event of what was carried out.");
        sheet.Version += fresh;
        var seen = 0;
        foreach (var balance in balances)
        {
            if (balance.Minor == 0) continue;
            seen++;
            if (sheet.Balances.GetValueOrDefault((balance.Unit, balance.Account.Name)) is var paper && paper != balance.Minor)
                throw new Found($"{balance.Account.Name} of {sheet.Id} stands at {balance.Minor} {balance.Unit} in the store and at {paper} on paper.");
        }
        if (sheet.Balances.Count(b => b.Value != 0) != seen)
        {
            var (lost, minor) = sheet.Balances.First(b => b.Value != 0 && !balances.Any(x => x.Minor != 0 && x.Unit == b.Key.Unit && x.Account.Name == b.Key.Account));
            throw new Found($"{lost.Account} of {sheet.Id} stands at {minor} {lost.Unit} on paper and at nothing in the store.");
        }
        if (fresh > 0) Paid(sheet);
    }

    /// <summary>One payment an entitlement: who was paid what, and no one else.</summary>
    private void Paid(Sheet sheet)
    {
        if (sheet.Payments.Count == sheet.PaymentsSeen && sheet.Version % 16 != 0) return;
        sheet.PaymentsSeen = sheet.Payments.Count;
        var made = _rig.Stores[0].Read(view => view.Payments(sheet.Id));
        foreach (var p in made)
        {
            if (!sheet.Payments.TryGetValue((p.Row.Run, p.Row.Holder), out var paper)) throw new Found($"{p.Row.Run} of {sheet.Id} paid {p.Row.Holder} {p.Row.Minor} {p.Row.Unit}, which nobody owes.");
            if (paper != (p.Row.Unit, p.Row.Minor)) throw new Found($"{p.Row.Run} of {sheet.Id} paid {p.Row.Holder} {p.Row.Minor} {p.Row.Unit}; {paper.Minor} {paper.Unit} is owed.");
            if ((int)p.State != _world.States.GetValueOrDefault((sheet.Id, p.Row.Run, p.Row.Holder))) throw new Found($"the payment of {p.Row.Run} of {sheet.Id} to {p.Row.Holder} is {p.State}.");
        }
        if (made.Count != sheet.Payments.Count) throw new Found($"{sheet.Payments.Count} payments are owed to have been made in {sheet.Id}, and {made.Count} were.");
    }

    /// <summary>The invariants of the store, the state by replay as the desk keeps it, and every entry counted.</summary>
    private void Proves()
    {
        foreach (var broken in Proving.All(_desks[0]).Where(i => !i.Holds)) throw new Found($"{broken.Name}: {broken.Detail}");
        foreach (var sheet in _sheets)
        {
            _rig.Stores[0].Read(view =>
            {
                if (view.Entries(sheet.Id).Count is var entries && entries != sheet.Entries) throw new Found($"{sheet.Id} has {entries} entries, and {sheet.Entries} on paper.");
                var replayed = Desk.Load(view, sheet.Id);
                foreach (var desk in _desks)
                    if (Shape.Difference(replayed, desk.StateIn(view, sheet.Id)) is { } difference) throw new Found($"{sheet.Id} by replay is not as a desk keeps it: {difference}");
                return 0;
            });
            Paid(sheet);
            Agrees(sheet, 0);
        }
    }

    /// <summary>Events, balances, payments, approvals and lists, in an order that is theirs.</summary>
    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(FormattableString line) => hash.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
        _rig.Stores[0].Read(view =>
        {
            foreach (var (series, stream, _) in view.Streams())
            {
                foreach (var e in view.EventsOf(series, stream)) Add($"{e.Version} {e.Event.Type} {Encoding.UTF8.GetString(e.Event.Payload)} {e.Event.Effective:O} {e.Recorded:O} {e.CommandKey}");
                foreach (var b in view.Balances(series)) Add($"{b.Account.Name} {b.Account.Guard} {b.Unit} {b.Minor}");
                foreach (var p in view.Payments(series)) Add($"{p.Row} {p.State} {p.Intent}");
                foreach (var a in view.Approvals(series)) Add($"{a.Id} {Convert.ToHexString(a.Hash)} {a.Maker} {a.Checker}");
            }
            foreach (var kind in new[] { "series", "offering", "due", "certificate", "cancellation", "difference", "account" })
                foreach (var row in view.List(kind)) Add($"{row.SeriesId} {row.Row.Id} {row.Row.State} {row.Row.Sort} {Encoding.UTF8.GetString(row.Row.Json)}");
            return 0;
        });
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Note(string line)
    {
        _trace.Enqueue(line);
        if (_trace.Count > 25) _trace.Dequeue();
    }
}
