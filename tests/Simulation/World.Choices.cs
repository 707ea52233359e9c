namespace Indenture.Tests.Simulation;

/// <summary>What somebody does next.</summary>
internal sealed partial class World
{
    /// <summary>Acts that were proposed and wait for a second person, and acts that were given and may come again.</summary>
    public List<Act> Waiting { get; } = [];

    /// <summary>The days on which something of a series is due to happen.</summary>
    public DateOnly? Next(Sheet s)
    {
        IEnumerable<DateOnly?> days = [s.Closed is null ? s.Case.Issue : null, .. s.Case.Periods.Where(p => !s.Dues.ContainsKey(p.N)).SelectMany(p => new[] { p.Fixing, p.Record }),
            .. s.Dues.Values.Where(d => !d.Closed).SelectMany(d => new[] { d.Period.Funding, d.Period.Payment, d.Period.Payment.AddDays(1), d.Special?.Record, d.Special?.Payment, d.Period.Payment.AddYears(1) })];
        return days.Where(d => d > Today).Min();
    }

    /// <summary>What belongs to the life of a series and is its turn now; none where everybody waits for a day.</summary>
    public List<(int Weight, Func<Act> Make)> Turns(Sheet s)
    {
        var turns = new List<(int, Func<Act>)>();
        void Add(int weight, Func<Act> make) => turns.Add((weight, make));
        if (!s.Booked)
        {
            Add(10, () => Book(s, "as stated"));
            return turns;
        }
        if (s.Closed is null)
        {
            if (s.Case.Certificates)
            {
                if (!s.Opened) Add(10, () => OpenRegister(s, "London"));
                else if (s.Case.Forms.FirstOrDefault(f => !s.Nominees.Contains(f), NoteForm.Definitive) is not NoteForm.Definitive and var form) Add(10, () => Nominate(s, form, "1 A Street"));
                else if (s.Certificates.Values.Count(c => c.Offering == s.Offering) is var made && made < s.Case.Forms.Count)
                {
                    var part = s.Case.Forms.Count == 1 ? s.Case.Principal : made == 0 ? s.Case.Principal / s.Case.Denomination * 2 / 3 * s.Case.Denomination : s.Case.Principal - s.Certificates.Values.Sum(c => c.Principal);
                    Add(10, () => Prepare(s, s.Case.Forms[made], Sheet.NomineeOf(s.Case.Forms[made]), part, s.Offering));
                }
                else foreach (var c in s.Certificates.Values.Where(c => c.Stage < 3 && c.Offering is not null)) Add(10, () => Step(s, c.Number, c.Stage + 1, right: true));
            }
            if (turns.Count == 0 && Today >= s.Case.Issue) Add(10, () => Close(s, tap: false, Today, Money(s.Case.Underwriters)));
            return turns;
        }
        if (s.Redeemed is not null) return turns;
        foreach (var period in s.Case.Periods)
        {
            if (s.Dues.TryGetValue(period.N, out var due))
            {
                if (!due.Closed) DueTurns(s, due, Add);
                continue;
            }
            if (period.Fixing is { } fixing && !s.Rates.ContainsKey(period.N) && Today >= fixing) Add(10, () => Fix(s, period.N, published: true, Today));
            if (Today >= period.Record && s.RateOf(period) is not null) Add(10, () => Announce(s, period.N, Today));
            if (!s.DatesTold.Contains(period.N) && dice.Percent(15)) Add(2, () => AnnounceDates(s, period.N));
            break;
        }
        if (s.Dues.Count == s.Case.Periods.Count && s.Dues.Values.All(d => d.Unpaid(PaymentKind.Interest) + d.Unpaid(PaymentKind.Principal) == 0)) Add(10, () => Redeem(s, Today));
        foreach (var holder in s.Holds.ToList()) if (dice.Percent(30)) Add(3, () => ReleaseHold(s, holder));
        foreach (var ((run, holder), back) in s.HeldBack.ToList())
            if (!s.Holds.Contains(holder))
                Add(3, () => s.Case.UnclaimedYears is not null && Today >= s.Dues[back.N].Period.Payment.AddYears(1) && dice.Percent(60) ? ReturnUnclaimed(s, run, holder, back.Minor, Today) : PayHeld(s, run, holder, back.Minor));
        return turns;
    }

    private void DueTurns(Sheet s, PaperDue due, Action<int, Func<Act>> add)
    {
        var n = due.Period.N;
        if (due.Missing > 0)
        {
            if (due.Account is null) add(8, () => Call(s, n, "account 7"));
            else if (!due.Confirmed) add(6, () => Confirm(s, n, Fresh("instructions")));
            if (Today >= due.Period.Funding)
            {
                add(6, () => Fund(s, n, due.Missing, Today));
                add(2, () => Fund(s, n, Math.Max(1, dice.Upto(due.Missing)), Today));
                if (!due.Shortfall) add(1, () => Shortfall(s, n));
                if (Today >= due.Period.Payment && due.Advance is null) add(2, () => Advance(s, n, dice.Percent(70) ? due.Missing : Math.Max(1, dice.Upto(due.Missing)), Today, dice.Of(DayCountBasis.Actual360, DayCountBasis.Actual365Fixed)));
                add(1, () => CreditMoney(s, n, Fresh("credit"), Math.Max(1, dice.Upto(due.Missing)), "recall until noon"));
                add(1, () => Unexplained(s, Fresh("money"), Math.Max(1, dice.Upto(due.Missing))));
                if (due.Owed(PaymentKind.Interest) > 0 && due.Unpaid(PaymentKind.Interest) > 0 && !due.InDefault && !due.Paid.Contains(Run(n, PaymentKind.Interest)) && Today > due.Period.Payment && s.Case.Defaulted is not null) add(2, () => Default(s, n, Today));
            }
        }
        foreach (var (reference, credit) in s.Conditional.Where(c => c.Value.N == n)) add(4, () => dice.Percent(60) ? CreditFinal(s, reference) : CreditReversed(s, reference));
        foreach (var (reference, minor) in s.Suspense) add(4, () => ClearSuspense(s, reference, minor <= due.Missing && dice.Percent(70) ? n : null));
        if (due.Shortfall && dice.Percent(10)) add(2, () => Notify(s, n, dice.Of(NoticeMeans.Telephone, NoticeMeans.Facsimile)));
        if (due.Advance is { } advance)
        {
            if (advance.Outstanding > 0) add(4, () => Repay(s, n, dice.Percent(60) ? advance.Outstanding : Math.Max(1, dice.Upto(advance.Outstanding)), Today));
            else if (advance.Cost > 0) add(4, () => RepayCost(s, n, advance.Cost!.Value));
        }
        foreach (var kind in Enum.GetValues<PaymentKind>())
        {
            if (due.Owed(kind) == 0) continue;
            var run = Run(n, kind);
            if (Nominee(s, due) is not null) ExchangeTurns(s, due, kind, add);
            if (due.Paid.Contains(run) || kind == PaymentKind.Interest && due.InDefault) continue;
            if (dice.Percent(4) && due.Net(kind, Nominee(s, due)) is { Count: > 0 } net) add(3, () => dice.Of(net) is var some ? Withhold(s, n, kind, some.Holder, dice.Percent(15) ? some.Minor : Math.Max(1, some.Minor / 10), "the law of taxes") : throw new InvalidOperationException());
            if (due.Missing > 0 || Today < due.Period.Payment || Nominee(s, due) is not null && !due.Divisions.ContainsKey(kind)) continue;
            if (s.Case.DetailsBefore && due.Net(kind, Nominee(s, due)).FirstOrDefault(h => !s.Accounts.ContainsKey(h.Holder)) is { Holder: { } stranger }) add(8, () => Instruct(s, stranger, $"{dice.Between(1000, 9999)}", Fresh("letter")));
            else if (Unusual(s, due, kind) && !s.Cleared.ContainsKey(run)) add(8, () => Clear(s, n, kind, due.Owed(kind)));
            else add(10, () => Pay(s, n, kind, due.Net(kind, Nominee(s, due)).Sum(h => h.Minor), Today));
        }
        if (due.InDefault && !due.Paid.Contains($"defaulted-{n}"))
        {
            if (s.Case.Defaulted is { } days && due.Special is null) add(6, () => Special(s, n, Today, Today.AddDays(days.Notice), Today.AddDays(days.Notice + days.Record)));
            else if (due.Special is { } special && due.Taken is null && Today >= special.Record) add(6, () => StrikeSpecial(s, n, Today));
            else if (due.Taken is not null && due.Missing == 0 && Today >= due.Special!.Value.Payment) add(8, () => PayDefaulted(s, n, due.Defaulted, Today));
        }
        foreach (var run in due.Paid)
        {
            var made = s.Payments.Keys.Where(p => p.Run == run).ToList();
            if (made.Any(p => !States.ContainsKey((s.Id, run, p.Holder)))) add(6, () => Sent(s, run));
            else if (made.Any(p => States[(s.Id, run, p.Holder)] == 1)) add(6, () => ConfirmSent(s, run));
        }
        if (due.Unpaid(PaymentKind.Interest) + due.Unpaid(PaymentKind.Principal) == 0) add(4, () => CloseDue(s, n));
    }

    private void ExchangeTurns(Sheet s, PaperDue due, PaymentKind kind, Action<int, Func<Act>> add)
    {
        var n = due.Period.N;
        var nominee = s.Case.Exchange!.Holder;
        if (!due.Divisions.TryGetValue(kind, out var d))
        {
            if (due.Paid.Contains(Run(n, kind)) || kind == PaymentKind.Interest && due.InDefault) return;
            if (due.Divisions.Count == 0 && dice.Percent(50)) add(3, () => Elect(s, n, dice.Of(Members), dice.Of("whole", "whole", "payment 1/2", "payment 1/3", $"notes {s.Case.Denomination} JPY"), "account 9"));
            if (Today >= due.Period.Record) add(5, () => Divide(s, n, kind, Statement(s, due)));
            return;
        }
        if (d.Paid) return;
        if (d.Remainder > 0 && d.Net is null && !d.NoRate)
        {
            if (d.Remainder != d.Literal && !d.Accepted) add(6, () => Accept(s, n, kind, "the whole remainder is converted"));
            else if (d.Bought is null)
            {
                var rate = 80 + dice.Between(0, 4000) / 100m;
                if (Now <= Before(s, n, 2, 11)) add(6, () => Buy(s, n, kind, rate, dice.Percent(40) ? rate + 0.05m : null, s.Case.Exchange.Side, Now, due.Confirmed ? null : "the issuer's treasurer is away"));
                else add(4, () => Buy(s, n, kind, rate, null, s.Case.Exchange.Side, Before(s, n, 2, 11).AddMinutes(-dice.Between(0, 60)), due.Confirmed ? null : "entered late"));
                add(2, () => NoRate(s, n, kind, dice.Percent(60) ? "account 3" : null));
            }
            else if (Today >= due.Period.Funding && due.Missing == 0) add(6, () => Settle(s, n, kind, dice.Of(0L, 0L, 12_345L), Today));
        }
        if (d.NoRate && !d.AccountNamed) add(5, () => NoRate(s, n, kind, "account 3"));
        var (own, other) = OutOf(d);
        if (due.Missing == 0 && Today >= due.Period.Payment && Today >= due.Period.Funding && (d.Remainder == 0 || d.Net is not null || d.NoRate && d.AccountNamed) && !d.Participants.Any(p => s.Holds.Contains(p.Name)) && !s.Holds.Contains(nominee))
            add(8, () => PayExchange(s, n, kind, d.Participants, own, other, Today));
    }

    /// <summary>The depositary's participants of the record date: a statement that adds up, whatever the register knows of them.</summary>
    private IReadOnlyList<(string Name, long Units)> Statement(Sheet s, PaperDue due)
    {
        var rest = due.Holders.First(h => h.Holder == s.Case.Exchange!.Holder).Units;
        var rows = new List<(string, long)>();
        foreach (var member in Members[..3])
        {
            var part = dice.Upto(rest / s.Case.Denomination) * s.Case.Denomination;
            if (part > 0) rows.Add((member, part));
            rest -= part;
        }
        if (rest > 0) rows.Add((Members[3], rest));
        // Who elected without a position would stop the division for good; the depositary's statement has them all where it can.
        foreach (var missing in s.Elections.Keys.Where(e => e.N == due.Period.N).Select(e => e.Participant).Where(p => rows.All(r => r.Item1 != p)).ToList())
            if (rows.FindIndex(r => r.Item2 > s.Case.Denomination) is >= 0 and var large)
            {
                rows[large] = (rows[large].Item1, rows[large].Item2 - s.Case.Denomination);
                rows.Add((missing, s.Case.Denomination));
            }
        return rows;
    }

    /// <summary>What may happen at any time.</summary>
    public Act Anytime(Sheet s)
    {
        if (s.Closed is null || s.Redeemed is not null) return dice.Percent(50) ? Fee(s, Fresh("bill"), dice.Between(1, 90) * 100, "letter 1") : Instruct(s, AnyName(s), $"{dice.Between(1000, 9999)}", Fresh("letter"));
        var live = s.Notes.Where(n => n.Form != NoteForm.Definitive && s.Now(Sheet.NoteAccount(n.Number)) > 0).ToList();
        if (live.Count == 0) return Fee(s, Fresh("bill"), 100, "letter 1");
        var note = dice.Of(live);
        var holders = Members.SelectMany(m => new[] { new TierHolder(m), new TierHolder(m, "Fund A"), new TierHolder(m, "Fund B/C") }).Where(h => s.Held(note.Form, h) > 0).ToList();
        var d = s.Case.Denomination;
        return dice.Weighted<Func<Act>>(
        [
            (s.Participants(note.Form).Count == 0 || s.Represented(note.Form) > s.Participants(note.Form).Sum(p => p.Units) ? 6 : 0, () =>
            {
                var rest = (s.Represented(note.Form) - s.Participants(note.Form).Sum(p => p.Units)) / d;
                var rows = new List<(TierHolder, long)>();
                foreach (var member in Members)
                {
                    var part = dice.Percent(50) ? rest : dice.Upto(rest);
                    if (part > 0) rows.Add((new TierHolder(member, dice.Percent(30) ? dice.Of("Fund A", "Fund B/C") : null), part * d));
                    rest -= part;
                }
                return rows.Count > 0 ? Credit(s, note.Form, rows, Today) : Inspect(s, InspectionBasis.Issuer, null);
            }),
            (holders.Count > 0 ? 6 : 0, () => dice.Of(holders) is var from ? Transfer(s, note.Form, from, AnyHolder, Math.Max(1, dice.Upto(s.Held(note.Form, from) / d)) * d, Fresh("notice"), Today.AddDays(-dice.Between(0, 2)), Today) : null!),
            (live.Any(n => n.Form != note.Form) ? 4 : 0, () =>
            {
                var to = dice.Of(live.Where(n => n.Form != note.Form).ToList());
                var most = s.Now(Sheet.NoteAccount(note.Number)) / d;
                var from = holders.Count > 0 ? dice.Of(holders) : null;
                var minor = Math.Max(1, dice.Upto(from is null ? most / 4 : Math.Min(most, s.Held(note.Form, from) / d))) * d;
                return Exchange(s, note.Number, to.Number, from, from is null || s.Participants(to.Form).Count == 0 && dice.Percent(50) ? null : AnyHolder, minor, minor, Fresh("notice"), Today);
            }),
            (2, () =>
            {
                var from = holders.Count > 0 ? dice.Of(holders) : null;
                var most = from is null ? s.Now(Sheet.NoteAccount(note.Number)) : Math.Min(s.Now(Sheet.NoteAccount(note.Number)), s.Held(note.Form, from));
                return RequestCancellation(s, Fresh("request"), dice.Percent(80) ? CancellationGround.Repurchased : CancellationGround.Accelerated, [(note.Number, Math.Max(1, dice.Upto(most / d / 8)) * d, from)], Today);
            }),
            (s.Cancellations.Values.Any(c => c.Open.Count > 0) ? 5 : 0, () => dice.Of(s.Cancellations.Where(c => c.Value.Open.Count > 0).ToList()) is var open ? Cancel(s, open.Key, dice.Percent(70) ? "DTC-1" : null, open.Value.Held ? "the holder agrees" : null, Today) : null!),
            (2, () => Instruct(s, AnyName(s), $"{dice.Between(1000, 9999)}", Fresh("letter"))),
            (1, () => Inspect(s, InspectionBasis.Issuer, null)),
            (1, () => dice.Percent(60) ? OpenTask(s, $"task {dice.Between(1, 3)}", TransferBasis.Conditions) : CloseTask(s, $"task {dice.Between(1, 3)}", "a receipt")),
            (1, () => Present(s, Fresh("transfer"), "1 A Street")),
            (2, () => dice.Percent(50) || s.Fees.Count == 0 ? Fee(s, Fresh("bill"), dice.Between(1, 90) * 100, "letter 1") : dice.Of(s.Fees.Keys.ToList()) is var bill ? PayFee(s, bill, Math.Max(1, dice.Upto(s.Fees[bill]))) : null!),
            (1, () => Hold(s, dice.Of([.. s.Notes.Select(n => n.Holder), .. Members]), "a list of names")),
            (2, () => EndDay(s, Today)),
            (1, () => Reconcile(s, note.Form, Today, [.. s.Participants(note.Form).Select(p => (new TierHolder(p.Name), p.Units + (dice.Percent(20) ? d : 0)))])),
            (s.Case.TapJson is not null && !s.TapBooked ? 2 : 0, () => Book(s, "tap")),
            (s.TapBooked && s.TapClosed is null && Today < s.Case.Periods[^1].Record ? 4 : 0, () => Close(s, tap: true, Today, Money(s.Case.TapUnderwriters))),
            (s.Opened && !s.Allowed ? 1 : 0, () => Allow(s, DefinitiveGround.IssuerDecision)),
            (s.Opened && !s.Supplement ? 1 : 0, () => FileSupplement(s)),
            (s.Opened ? 3 : 0, () => Splitting(s, note)),
        ])();
    }

    /// <summary>The next step on the way to certificates in the place of one that is there.</summary>
    private Act Splitting(Sheet s, PaperNote note)
    {
        var ready = s.Certificates.Values.Where(c => c.Offering is null && c.Stage < 3).ToList();
        if (ready.FirstOrDefault(c => c.Stage < 2) is { } next) return Step(s, next.Number, next.Stage + 1, right: true);
        var whole = s.Now(Sheet.NoteAccount(note.Number));
        foreach (var old in s.Notes.Where(n => s.Now(Sheet.NoteAccount(n.Number)) > 0))
            foreach (var made in new[] { ready, ready.TakeLast(1).ToList(), ready.TakeLast(2).ToList() }.Where(m => m.Count > 0 && m.Sum(c => c.Principal) == s.Now(Sheet.NoteAccount(old.Number))))
            {
                var definitive = made.Where(c => c.Form == NoteForm.Definitive).Sum(c => c.Principal);
                var released = definitive > 0 && s.Participants(old.Form).FirstOrDefault(p => p.Units >= definitive) is { Name: not null } giver && old.Form != NoteForm.Definitive ? new[] { (new TierHolder(giver.Name), definitive) } : [];
                return Replace(s, [old.Number], [.. made.Select(c => c.Number)], released, instrument: true, dice.Percent(30) ? ChargeKind.Tax : null, Today);
            }
        var d = s.Case.Denomination;
        if (s.Certificates.Values.Count(c => c.Offering is null) > 12) return Inspect(s, InspectionBasis.FiscalAgent, null);
        if (s.Notes.FirstOrDefault(n => n.Form == NoteForm.Definitive && s.Now(Sheet.NoteAccount(n.Number)) > 0) is { } held && dice.Percent(50))
            return Prepare(s, NoteForm.Definitive, "Mr. Other", s.Now(Sheet.NoteAccount(held.Number)), null);
        var last = ready.Sum(c => c.Principal);
        if (last > 0 && last < whole) return Prepare(s, note.Form, Sheet.NomineeOf(note.Form), whole - last, null);
        return s.Allowed && s.Supplement && dice.Percent(50) ? Prepare(s, NoteForm.Definitive, "Mrs. Definitive", d * dice.Between(1, 3), null) : Prepare(s, note.Form, Sheet.NomineeOf(note.Form), Math.Max(d, whole / d / 2 * d), null);
    }

    /// <summary>What nobody should do now, and somebody does: in the wrong order, of the wrong amount, too early, once more.</summary>
    public Act Wild(Sheet s)
    {
        var (n, kind) = (AnyN(s), AnyKind);
        var due = s.Dues.GetValueOrDefault(n);
        var run = AnyRun(s);
        var back = s.HeldBack.Count > 0 && dice.Percent(60) ? dice.Of(s.HeldBack.Select(h => (h.Key.Run, h.Key.Holder, h.Value.Minor)).ToList()) : (Run: run, Holder: AnyName(s), Minor: 100L);
        var numbers = s.Certificates.Keys.Append("R-0099").Concat(s.Notes.Select(x => x.Number)).ToList();
        var day = AnyDay(s);
        var units = s.Case.Denomination * dice.Between(-1, 40) + (dice.Percent(20) ? 1 : 0);
        var participants = due is not null && due.Holders.Any(h => h.Holder == s.Case.Exchange?.Holder) ? Statement(s, due) : [("Bank One", s.Case.Denomination)];
        return dice.Weighted<Func<Act>>(
        [
            (2, () => Book(s, dice.Of("as stated", "tap", "without a currency", "with another rate", "too large"))),
            (2, () => Close(s, dice.Percent(30), day > Today ? Today : day, Money(s.Case.Underwriters))),
            (1, () => Close(s, tap: false, Today, s.Case.Underwriters.ToDictionary(b => b.Name, b => Off(b.Owes)))),
            (1, () => OpenRegister(s, dice.Of("London", "New York", ""))),
            (1, () => Nominate(s, AnyForm, dice.Of("2 B Street", ""))),
            (1, () => s.Closed is null ? Prepare(s, NoteForm.International, "Somebody", s.Case.Denomination, null) : Prepare(s, AnyForm, AnyName(s), units, dice.Of(null, s.Offering, "unknown"), dice.Of(Permanence.Permanent, Permanence.Temporary))),
            (2, () => Step(s, dice.Of(numbers), dice.Between(1, 3), dice.Percent(50))),
            (1, () => Allow(s, dice.Of(DefinitiveGround.EventOfDefault, DefinitiveGround.IssuerDecision))),
            (1, () => FileSupplement(s)),
            (1, () => Replace(s, [dice.Of(numbers)], [dice.Of(numbers)], [], dice.Percent(50), dice.Of<ChargeKind?>(null, null, ChargeKind.Service), day)),
            (2, () => Credit(s, AnyForm, [(AnyHolder, Math.Max(0, units))], day)),
            (2, () => Transfer(s, AnyForm, AnyHolder, AnyHolder, units, dice.Percent(50) ? Stale("notice") : Fresh("notice"), Today, day)),
            (2, () => Exchange(s, dice.Of(numbers), dice.Of(numbers), dice.Percent(50) ? AnyHolder : null, dice.Percent(50) ? AnyHolder : null, units, dice.Percent(80) ? units : units + 1, dice.Percent(70) ? Fresh("notice") : Stale("notice"), day)),
            (1, () => Reconcile(s, AnyForm, day, [(new TierHolder("Bank One"), s.Case.Denomination)])),
            (1, () => RequestCancellation(s, Stale("request"), CancellationGround.Repurchased, [(dice.Of(numbers), units, dice.Percent(30) ? AnyHolder : null)], day)),
            (1, () => Cancel(s, s.Cancellations.Count > 0 && dice.Percent(70) ? dice.Of(s.Cancellations.Keys.ToList()) : "request-0", dice.Of(null, "DTC-2"), null, day)),
            (1, () => Instruct(s, dice.Of("", AnyName(s)), "1000", Stale("letter"))),
            (1, () => Inspect(s, dice.Of(InspectionBasis.None, InspectionBasis.OtherSource), null)),
            (1, () => OpenTask(s, "task 1", dice.Of(TransferBasis.None, TransferBasis.Agreement))),
            (1, () => CloseTask(s, $"task {dice.Between(1, 9)}", dice.Of("", "a receipt"))),
            (1, () => Present(s, Stale("transfer"), dice.Of("", "1 A Street"))),
            (2, () => Fix(s, n, dice.Percent(70), day)),
            (1, () => AnnounceDates(s, n)),
            (3, () => Announce(s, n, day)),
            (1, () => Call(s, n, dice.Of("", "account 7", "account 8"))),
            (1, () => Confirm(s, n, dice.Of("", "instructions-1"))),
            (4, () => Fund(s, n, Off(due?.Missing ?? 100), day)),
            (1, () => CreditMoney(s, n, Stale("credit"), Off(due?.Missing ?? 100), dice.Of("", "recall until noon"))),
            (1, () => CreditFinal(s, Stale("credit"))),
            (1, () => CreditReversed(s, Stale("credit"))),
            (1, () => Shortfall(s, n)),
            (1, () => Notify(s, n, NoticeMeans.Letter)),
            (2, () => Advance(s, n, Off(due?.Missing ?? 100), day, dice.Of(DayCountBasis.Actual360, DayCountBasis.Actual365Fixed, DayCountBasis.ActualActualIcma, DayCountBasis.Thirty360EIsda))),
            (1, () => Repay(s, n, Off(due?.Advance?.Outstanding ?? 100), day)),
            (1, () => RepayCost(s, n, Off(due?.Advance?.Cost ?? 100))),
            (1, () => Unexplained(s, Stale("money"), Off(50_000))),
            (1, () => ClearSuspense(s, Stale("money"), dice.Percent(50) ? n : null)),
            (1, () => EndDay(s, day)),
            (1, () => Fee(s, Stale("bill"), Off(1_000), dice.Of("", "letter 2"))),
            (1, () => PayFee(s, Stale("bill"), Off(1_000))),
            (1, () => Clear(s, n, kind, Off(due?.Owed(kind) ?? 100))),
            (6, () => Pay(s, n, kind, due is null ? 100 : dice.Percent(70) ? due.Net(kind, Nominee(s, due)).Sum(h => h.Minor) : Off(due.Owed(kind)), day)),
            (1, () => Sent(s, run)),
            (1, () => ConfirmSent(s, run)),
            (1, () => CloseDue(s, n)),
            (1, () => Hold(s, AnyName(s), dice.Of("", "a court's order"))),
            (1, () => ReleaseHold(s, AnyName(s))),
            (2, () => PayHeld(s, back.Run, back.Holder, Off(back.Minor))),
            (2, () => ReturnUnclaimed(s, back.Run, back.Holder, Off(back.Minor), day)),
            (1, () => Withhold(s, n, kind, AnyName(s), Off(due?.Owed(kind) ?? 100), dice.Of("", "the law of taxes"))),
            (2, () => Default(s, n, day)),
            (1, () => Special(s, n, Today, Today.AddDays(dice.Between(0, 12)), Today.AddDays(dice.Between(0, 40)))),
            (1, () => StrikeSpecial(s, n, day)),
            (2, () => PayDefaulted(s, n, Off(due?.Defaulted ?? 100), day)),
            (2, () => Elect(s, n, AnyName(s), dice.Of("whole", "half of it", "payment 1/2"), dice.Of("", "account 9"))),
            (2, () => Divide(s, n, kind, participants)),
            (1, () => Accept(s, n, kind, dice.Of("", "it is small"))),
            (2, () => Buy(s, n, kind, dice.Of(0m, 101.5m, 120m), dice.Of<decimal?>(null, -1m, 110m, 9_999_999_999m), dice.Of("bid", "mid", "offer"), dice.Percent(50) ? Now : Now.AddDays(-12), dice.Of(null, "a person says so"))),
            (1, () => NoRate(s, n, kind, dice.Of(null, "account 4"))),
            (1, () => Settle(s, n, kind, dice.Of(0L, -1L, 100L, long.MaxValue / 1_000_000), day)),
            (2, () => PayExchange(s, n, kind, DivisionOf(s, n, kind)?.Participants ?? participants, Off(DivisionOf(s, n, kind) is { } x ? OutOf(x).Own : 100), DivisionOf(s, n, kind) is { } y ? OutOf(y).Other : 0, day)),
            (2, () => Redeem(s, day > Today ? Today.AddDays(1) : day)),
        ])();
    }
}
