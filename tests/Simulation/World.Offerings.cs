using Indenture.Actions;

namespace Indenture.Tests.Simulation;

/// <summary>Offerings, certificates and what is held below them.</summary>
internal sealed partial class World
{
    // --- booking and closing ------------------------------------------------------------------------------------------------------------------------

    private Act Book(Sheet s, string variant)
    {
        var json = variant switch
        {
            "tap" => s.Case.TapJson ?? s.Case.Json,
            "without a currency" => s.Case.Json.Replace($"\"currency\":\"{s.Case.Currency}\",", "", StringComparison.Ordinal),
            "with another rate" => (s.Case.TapJson ?? s.Case.Json).Replace("\"dayCount\":\"", "\"dayCount\":\"Actual/364\",\"was\":\"", StringComparison.Ordinal),
            "too large" => s.Case.Json.Replace("\"underwriters\":[", "\"underwriters\":[{\"name\":\"Nobody\",\"principal\":\"1000000\"},", StringComparison.Ordinal),
            _ => s.Case.Json,
        };
        var candidate = Booking.Of(json, "terms.json");
        var id = candidate.Match(c => c.Offering, _ => "");
        return Simple("book", s, Today, variant, (desk, by) => candidate.Then(c => new Booking(desk, by.Actor, by.Key, by.At).Book(c with { Series = s.Id }, [], [])
                .Map(b => new Indenture.Storage.CommandResult([], b.Existed))), // what Booking answers is not the store's answer; whether it existed is what counts
            () => variant is "as stated" or "tap" && candidate is Outcome<Candidate>.Done ? s.Redeemed is not null && !(id == s.Offering || id == s.TapOffering) ? "the series is redeemed" : null : "the terms are not complete or not fungible",
            () =>
            {
                if (json == s.Case.Json) (s.Booked, s.Offering) = (true, id);
                else (s.TapBooked, s.TapOffering) = (true, id);
            }) with { MayChangeNothing = true };
    }

    private Act Close(Sheet s, bool tap, DateOnly on, IReadOnlyDictionary<string, long> received)
    {
        var (offering, buyers, principal) = tap ? (s.TapOffering, s.Case.TapUnderwriters, s.Case.TapPrincipal ?? 0) : (s.Offering, s.Case.Underwriters, s.Case.Principal);
        return ByTwo("close", s, on, $"{offering} {string.Join(", ", received.Select(r => $"{r.Key} {r.Value}"))}", $"close/{offering}",
            (desk, by) => ClosingDay.Run(desk, by, s.Id, offering, received.ToDictionary(r => r.Key, r => s.Case.Money(r.Value)), ClosingDay.UsualNominee),
            () =>
            {
                if (!(tap ? s.TapBooked : s.Booked) || offering == "") return "it is not booked";
                if ((tap ? s.TapClosed : s.Closed) is not null) return "it is closed";
                if (s.Redeemed is not null) return "the series is redeemed";
                if (received.Count != buyers.Count || buyers.Any(b => received.GetValueOrDefault(b.Name) != b.Owes)) return "the purchase money is not what is owed (TA-CLOSE-6)";
                var made = s.Certificates.Values.Where(c => c.Offering == offering).ToList();
                if (made.Any(c => c.Stage != 3) || made.Count > 0 && made.Sum(c => c.Principal) != principal) return "its certificates are not delivered or not of its principal";
                return s.LastStruck is { } struck && on <= struck ? "notes would appear in a position that was struck" : null;
            },
            () =>
            {
                if (tap) s.TapClosed = on;
                else s.Closed = on;
                var made = s.Certificates.Values.Where(c => c.Offering == offering).OrderBy(c => c.Number, StringComparer.Ordinal).ToList();
                var notes = new List<(PaperNote Note, long Minor)>();
                foreach (var c in made) notes.Add((new PaperNote(c.Number, c.Form, c.Holder, on), c.Principal));
                for (var rest = made.Count > 0 ? 0 : principal; rest > 0;)
                {
                    var size = Math.Min(rest, s.Case.LargestCertificate ?? rest);
                    var note = new PaperNote(s.NextNumber, NoteForm.Dtc, ClosingDay.UsualNominee, on);
                    s.Notes.Add(note);
                    notes.Add((note, size));
                    rest -= size;
                }
                if (made.Count > 0) s.Notes.AddRange(notes.Select(n => n.Note));
                s.Cash([.. buyers.Select(b => ($"underwriter/{b.Name}", -b.Owes)), ("issuer/proceeds", buyers.Sum(b => b.Owes))]);
                s.Units(on, [.. notes.Select(n => (Sheet.NoteAccount(n.Note.Number), n.Minor)), ("issued", -principal)]);
            });
    }

    private static Dictionary<string, long> Money(IReadOnlyList<(string Name, long Principal, long Owes)> buyers) => buyers.ToDictionary(b => b.Name, b => b.Owes);

    // --- certificates ---------------------------------------------------------------------------------------------------------------------------------

    private Act OpenRegister(Sheet s, string place) => Simple("open-register", s, Today, place,
        (desk, by) => Registering.Open(desk, by, s.Id, new OpenRegister(place, "A Bank", SignatureRule.Manual, [DefinitiveGround.IssuerDecision])),
        () => !s.Booked ? "nothing is booked" : s.Opened ? "it is open" : place == "" ? "no place" : null, () => s.Opened = true);

    private Act Nominate(Sheet s, NoteForm form, string address) => Simple("name-nominee", s, Today, $"{form} {address}",
        (desk, by) => Registering.Nominate(desk, by, s.Id, new NameNominee(form, "A depositary", Sheet.NomineeOf(form), address, Sheet.CustodianOf(form))),
        () => !s.Opened ? "no register" : form == NoteForm.Definitive ? "a holder of definitive notes has no nominee" : address == "" ? "no address" : null, () => s.Nominees.Add(form));

    private Act Prepare(Sheet s, NoteForm form, string holder, long principal, string? offering, Permanence permanence = Permanence.Permanent) => Prepare(s, Fresh("P"), form, holder, principal, offering, permanence);

    private Act Prepare(Sheet s, string reference, NoteForm form, string holder, long principal, string? offering, Permanence permanence) => Simple("prepare-note", s, Today, $"{reference} {form} {holder} {principal} {offering}",
        (desk, by) => Registering.Prepare(desk, by, s.Id, reference, new PrepareCertificate(form, permanence, Coupons.None, ConditionsPlace.Attached, holder, form == NoteForm.Definitive ? "1 A Street" : null, s.Case.Money(principal), s.Case.Issue, offering, [])),
        () =>
        {
            if (!s.Opened) return "no register";
            if (permanence == Permanence.Temporary) return "a certificate is permanent (AGY-3.1)";
            if (offering is not null && (offering != s.Offering || s.Closed is not null)) return "its offering is unknown or closed";
            if (principal <= 0 || s.Case.LargestCertificate is { } cap && principal > cap) return "no such principal";
            if (form == NoteForm.Definitive) return !s.Allowed || !s.Supplement ? "no definitive notes may be issued" : principal % s.Case.Denomination != 0 ? "no denomination" : null;
            return s.Nominees.Contains(form) && holder == Sheet.NomineeOf(form) ? null : "not in the name of the depositary's nominee (NOTE-GLOB-1)";
        },
        () =>
        {
            var number = s.NextNumber;
            s.Certificates[number] = new PaperCertificate { Number = number, Form = form, Holder = holder, Principal = principal, Offering = offering };
        });

    private Act Step(Sheet s, string number, int stage, bool right)
    {
        var kind = stage switch { 1 => "execute-note", 2 => "authenticate", _ => "deliver-note" };
        var to = s.Certificates.TryGetValue(number, out var known) ? right ? known.Form == NoteForm.Definitive ? known.Holder : Sheet.CustodianOf(known.Form) : "somebody" : "somebody";
        var signed = right ? Signature.Manual : Signature.Facsimile;
        return Simple(kind, s, Today, $"{number} {right}", (desk, by) => stage switch
            {
                1 => Registering.Execute(desk, by, s.Id, new ExecuteCertificate(number, "An Officer", "Treasurer", signed, by.On)),
                2 => Registering.Authenticate(desk, by, s.Id, new AuthenticateCertificate(number, "A Bank", "A Signatory", signed, by.On)),
                _ => Registering.Deliver(desk, by, s.Id, new DeliverCertificate(number, to, by.On)),
            },
            () => !s.Certificates.TryGetValue(number, out var c) ? "no such certificate" : c.Stage != stage - 1 ? "it is at another stage" : right ? null : "not signed by hand, or not delivered to who is to have it (AGY-3.2)",
            () => s.Certificates[number].Stage = stage);
    }

    private Act Allow(Sheet s, DefinitiveGround ground) => Simple("allow-definitives", s, Today, $"{ground}", (desk, by) => Registering.AllowDefinitives(desk, by, s.Id, new AllowDefinitives(ground, by.On, "a letter")),
        () => !s.Opened ? "no register" : ground != DefinitiveGround.IssuerDecision ? "the conditions do not name it" : null, () => s.Allowed = true);

    private Act FileSupplement(Sheet s) => Simple("file-supplement", s, Today, "", (desk, by) => Registering.FileSupplement(desk, by, s.Id, new FileSupplement("S-1", by.On)),
        () => !s.Opened ? "no register" : s.Supplement ? "it is on file" : null, () => s.Supplement = true);

    private Act Replace(Sheet s, IReadOnlyList<string> old, IReadOnlyList<string> made, IReadOnlyList<(TierHolder Holder, long Minor)> released, bool instrument, ChargeKind? charge, DateOnly on) => Replace(s, Fresh("X"), old, made, released, instrument, charge, on);

    private Act Replace(Sheet s, string reference, IReadOnlyList<string> old, IReadOnlyList<string> made, IReadOnlyList<(TierHolder Holder, long Minor)> released, bool instrument, ChargeKind? charge, DateOnly on) => Simple("replace-notes", s, on,
        $"{reference} {string.Join(",", old)} by {string.Join(",", made)} {charge}", (desk, by) => Registering.Replace(desk, by, s.Id, reference, old, made, [.. released.Select(r => new ReleasedHolding(r.Holder, s.Case.Money(r.Minor)))],
            instrument ? new TransferInstrument("I", InstrumentSigner.Holder, null, [InstrumentParty.Company, InstrumentParty.Registrar]) : null, charge),
        () =>
        {
            if (charge == ChargeKind.Service) return "no service charge is taken (NOTE-XFER-3)";
            if (old.Count == 0 || made.Count == 0) return "nothing is named";
            var notes = old.Distinct().Select(o => s.Notes.FirstOrDefault(n => n.Number == o && s.Now(Sheet.NoteAccount(o)) > 0)).ToList();
            if (notes.Contains(null)) return "it is not outstanding";
            if (made.Any(m => !s.Certificates.TryGetValue(m, out var c) || c.Offering is not null || c.Stage != 2)) return "no authenticated certificate takes its place";
            var now = made.Distinct().Select(m => s.Certificates[m]).ToList();
            if (notes.Any(o => now.Any(c => c.Form != o!.Form && c.Form != NoteForm.Definitive)) || notes.Select(o => o!.Form).Distinct().Count() > 1) return "the form would change";
            if (notes.Sum(o => s.Now(Sheet.NoteAccount(o!.Number))) != now.Sum(c => c.Principal)) return "the principal would change (NOTE-XFER-2)";
            if (notes.Any(o => o!.Form == NoteForm.Definitive) && now.Any(c => notes.All(o => o!.Holder != c.Holder)) && !instrument) return "no instrument of transfer (NOTE-XFER-1)";
            return s.DayShut(on, Today) ?? s.Uncovered(Replaced(s, old, made, released), released.Select(r => (notes[0]!.Form, r.Holder)), now);
        },
        () =>
        {
            var legs = Replaced(s, old, made, released);
            foreach (var c in made.Distinct().Select(m => s.Certificates[m]))
            {
                s.Notes.Add(new PaperNote(c.Number, c.Form, c.Holder, on));
                c.Stage = 3;
            }
            s.Units(on, legs);
        });

    private static (string, long)[] Replaced(Sheet s, IReadOnlyList<string> old, IReadOnlyList<string> made, IReadOnlyList<(TierHolder Holder, long Minor)> released)
    {
        var form = s.Notes.First(n => n.Number == old[0]).Form;
        return [.. old.Distinct().Select(o => (Sheet.NoteAccount(o), -s.Now(Sheet.NoteAccount(o)))), .. made.Distinct().Select(m => (Sheet.NoteAccount(m), s.Certificates[m].Principal)), .. released.SelectMany(r => Sheet.Tier(form, r.Holder, -r.Minor))];
    }

    // --- holdings ---------------------------------------------------------------------------------------------------------------------------------------

    private static HoldingFile FileOf(Sheet s, IReadOnlyList<(TierHolder Holder, long Minor)> rows, DateOnly? dated) => HoldingFile.Parse(
        string.Join('\n', rows.Select(r => $"\"{r.Holder.Participant}\",\"{r.Holder.Beneficial}\",{Show(r.Minor, s.Case)}{(dated is { } d ? "," + Case.Iso(d) : "")}").Prepend("participant,holder,principal" + (dated is null ? "" : ",date"))), "positions.csv", s.Case.Currency).Require();

    private Act Credit(Sheet s, NoteForm form, IReadOnlyList<(TierHolder Holder, long Minor)> rows, DateOnly on)
    {
        var legs = rows.Where(r => r.Minor > 0).SelectMany(r => Sheet.Tier(form, r.Holder, r.Minor)).ToArray();
        return Simple("credit-positions", s, on, $"{form} {string.Join(", ", rows.Select(r => $"{r.Holder} {r.Minor}"))}", (desk, by) => Registering.Credit(desk, by, s.Id, form, FileOf(s, rows, null)),
            () => form == NoteForm.Definitive ? "nobody holds under a definitive note" : legs.Length == 0 ? "there is nothing" : s.DayShut(on, Today) ?? s.Uncovered(legs, rows.Where(r => r.Minor > 0).Select(r => (form, r.Holder))),
            () =>
            {
                s.Units(on, legs);
                s.Through = on;
            });
    }

    private Act Transfer(Sheet s, NoteForm form, TierHolder from, TierHolder to, long minor, string reference, DateOnly received, DateOnly on)
    {
        (string, long)[] legs = [.. Sheet.Tier(form, from, -minor), .. Sheet.Tier(form, to, minor)];
        return Simple("transfer", s, on, $"{form} {from} to {to} {minor} {reference}", (desk, by) => Registering.Transfer(desk, by, s.Id, form, from, to, s.Case.Money(minor), new DepositaryNotice(reference, "procedure 4", received)),
            () => s.Notices.Contains(reference) ? "its notice was entered" : received > on ? "the notice came later" : minor <= 0 ? "no amount" : form == NoteForm.Definitive ? "a definitive note is surrendered" : from == to ? "to itself" : s.DayShut(on, Today) ?? s.Uncovered(legs, [(form, from), (form, to)]),
            () =>
            {
                s.Units(on, legs);
                s.Notices.Add(reference);
                s.Through = on;
            });
    }

    private Act Exchange(Sheet s, string fromNote, string toNote, TierHolder? from, TierHolder? to, long down, long up, string reference, DateOnly on)
    {
        var (source, target) = (s.Notes.FirstOrDefault(n => n.Number == fromNote && n.Form != NoteForm.Definitive), s.Notes.FirstOrDefault(n => n.Number == toNote && n.Form != NoteForm.Definitive));
        (string, long)[] Legs() => [(Sheet.NoteAccount(fromNote), -down), (Sheet.NoteAccount(toNote), up), .. from is null ? [] : Sheet.Tier(source!.Form, from, -down), .. to is null ? [] : Sheet.Tier(target!.Form, to, up)];
        return Simple("exchange-notes", s, on, $"{fromNote} to {toNote} {from} {to} {down} {up} {reference}", (desk, by) => Registering.Exchange(desk, by, s.Id, fromNote, toNote, from, to, s.Case.Money(down), s.Case.Money(up), new DepositaryNotice(reference, "procedure 5", on)),
            () =>
            {
                if (s.Notices.Contains(reference)) return "its notice was entered";
                if (down <= 0) return "no amount";
                if (source is null || target is null) return "no such global note";
                if (source.Form == target.Form) return "it is between the two forms";
                if (down != up) return "not equal and opposite (AGY-7.2d)";
                if (s.Case.LargestCertificate is { } cap && s.Now(Sheet.NoteAccount(toNote)) + up > cap) return "too large";
                return s.DayShut(on, Today) ?? s.Uncovered(Legs(), [.. from is null ? Array.Empty<(NoteForm, TierHolder)>() : [(source.Form, from)], .. to is null ? Array.Empty<(NoteForm, TierHolder)>() : [(target.Form, to)]]);
            },
            () =>
            {
                s.Units(on, Legs());
                s.Notices.Add(reference);
                s.Through = on;
            });
    }

    private readonly Dictionary<(string, NoteForm), DateOnly> _reconciled = [];

    private Act Reconcile(Sheet s, NoteForm form, DateOnly date, IReadOnlyList<(TierHolder Holder, long Minor)> rows) => Simple("reconcile", s, Today, $"{form} {date:yyyy-MM-dd} {rows.Count}",
        (desk, by) => DepositaryStatement.Of(FileOf(s, rows, date), s.Case.Currency).Then(statement => Registering.Reconcile(desk, by, s.Id, form, statement, [])),
        () => rows.Count == 0 ? "it has no date" : !s.Booked ? "nothing is booked" : form == NoteForm.Definitive ? "no depositary states definitive notes" : date > Today ? "it is of a day to come" : _reconciled.TryGetValue((s.Id, form), out var last) && date < last ? "a later one was compared" : null,
        () => _reconciled[(s.Id, form)] = date);

    // --- cancellations ------------------------------------------------------------------------------------------------------------------------------------

    private Act RequestCancellation(Sheet s, string reference, CancellationGround ground, IReadOnlyList<(string Note, long Minor, TierHolder? Holder)> parts, DateOnly on) => Simple("request-cancellation", s, on,
        $"{reference} {ground} {string.Join(", ", parts.Select(p => $"{p.Note} {p.Minor} {p.Holder}"))}",
        (desk, by) => Registering.RequestCancellation(desk, by, s.Id, reference, ground, [.. parts.Select(p => new CancelledPart(p.Note, s.Case.Money(p.Minor), p.Holder))], "checked"),
        () =>
        {
            if (s.DayShut(on, Today) is { } shut) return shut;
            if (s.Cancellations.ContainsKey(reference)) return "it was entered";
            if (parts.Count == 0 || parts.Distinct().Count() < parts.Count) return "its parts are not each once";
            if (parts.Any(p => p.Minor <= 0 || s.Notes.All(n => n.Number != p.Note))) return "a part is none";
            var asked = parts.Concat(s.Cancellations.Values.SelectMany(c => c.Open)).GroupBy(p => p.Note);
            return asked.Any(a => parts.Any(p => p.Note == a.Key) && a.Sum(p => p.Minor) > s.Now(Sheet.NoteAccount(a.Key))) ? "more than it represents" : null;
        },
        () =>
        {
            var total = parts.Sum(p => p.Minor);
            var principal = Math.Max(0, total - s.Dues.Values.Where(d => d.Paid.Contains(Run(d.Period.N, PaymentKind.Principal))).Sum(d => s.Payments.Where(p => p.Key.Run == Run(d.Period.N, PaymentKind.Principal)).Sum(p => p.Value.Minor)));
            var interest = -s.Dues.Keys.Sum(n => s.Balances.GetValueOrDefault((s.Case.Unit, "payable/" + Run(n, PaymentKind.Interest))));
            var owed = principal + (s.Outstanding > 0 ? (long)(((System.Numerics.BigInteger)interest * total + s.Outstanding - 1) / s.Outstanding) : 0);
            s.Cancellations[reference] = (parts, ground == CancellationGround.Accelerated && owed > 0);
        });

    private Act Cancel(Sheet s, string reference, string? confirmation, string? although, DateOnly on)
    {
        List<(string Note, long Minor, TierHolder? Holder)> Parts() => [.. s.Cancellations.TryGetValue(reference, out var c) ? c.Open.Where(p => confirmation is not null || s.Notes.First(n => n.Number == p.Note).Form != NoteForm.Dtc) : []];
        (string, long)[] Legs() => [.. Parts().SelectMany(p => ((string, long)[])[(Sheet.NoteAccount(p.Note), -p.Minor), ("cancelled", p.Minor), .. p.Holder is { } h ? Sheet.Tier(s.Notes.First(n => n.Number == p.Note).Form, h, -p.Minor) : []])];
        return ByTwo("cancel-notes", s, on, $"{reference} {confirmation} {although}", $"cancel/{reference}{(confirmation is null ? "" : "/confirmed")}", (desk, by) => Registering.Cancel(desk, by, s.Id, reference, "An Officer", "Vice President", confirmation, although),
            () =>
            {
                if (!s.Cancellations.TryGetValue(reference, out var c)) return "no such request";
                if (c.Open.Count == 0) return "it was carried out";
                if (c.Held && although is null) return "a live claim would be wiped out (AGY-T13)";
                if (Parts().Count == 0) return "DTC has not confirmed it (AGY-6.1d)";
                return s.DayShut(on, Today) ?? s.Uncovered(Legs(), Parts().Where(p => p.Holder is not null).Select(p => (s.Notes.First(n => n.Number == p.Note).Form, p.Holder!)));
            },
            () =>
            {
                var (legs, parts) = (Legs(), Parts());
                s.Units(on, legs);
                var (open, held) = s.Cancellations[reference];
                s.Cancellations[reference] = ([.. open.Except(parts)], held && although is null);
                s.Through = on;
            });
    }

    // --- accounts and services -------------------------------------------------------------------------------------------------------------------------------

    private Act Instruct(Sheet s, string payee, string number, string reference) => ByTwo("instruct-account", s, Today, $"{payee} {number} {reference}", $"account/{payee}/{reference}",
        (desk, by) => Registering.Instruct(desk, by, s.Id, payee, new PayeeAccount(payee, AccountKind.Numbered, number, "USABA", "021000021"), reference),
        () => !s.Booked ? "nothing is booked" : payee == "" ? "no payee" : s.Accounts.TryGetValue(payee, out var history) && (history.Any(h => h.Reference == reference) || history[^1].Number == number) ? "it was carried out, or nothing changes" : null,
        () =>
        {
            if (!s.Accounts.TryGetValue(payee, out var history)) s.Accounts[payee] = history = [];
            history.Add((number, reference, Today));
        });

    private Act Inspect(Sheet s, InspectionBasis basis, string? source) => Inspect(s, Fresh("Somebody"), basis, source);

    private Act Inspect(Sheet s, string who, InspectionBasis basis, string? source) => Simple("inspect-register", s, Today, $"{who} {basis} {source}", (desk, by) => Registering.Inspect(desk, by, s.Id, who, basis, source),
        () => !s.Booked ? "nothing is booked" : basis == InspectionBasis.None || basis is not (InspectionBasis.Issuer or InspectionBasis.FiscalAgent) && source is null ? "no right to see it (AGY-7.3)" : null, () => { });

    private Act OpenTask(Sheet s, string what, TransferBasis basis) => Simple("open-task", s, Today, $"{what} {basis}", (desk, by) => Registering.OpenTask(desk, by, s.Id, new OpenTransferTask(what, basis, "condition 4", by.On)),
        () => !s.Booked ? "nothing is booked" : basis == TransferBasis.None ? "it is no duty" : s.Tasks.Contains(what) ? "it is open" : null, () => s.Tasks.Add(what));

    private Act CloseTask(Sheet s, string what, string evidence) => Simple("close-task", s, Today, what, (desk, by) => Registering.CloseTask(desk, by, s.Id, new CloseTransferTask(what, evidence, by.On)),
        () => !s.Tasks.Contains(what) ? "it is not open" : evidence == "" ? "nothing shows it" : null, () => s.Tasks.Remove(what));

    private Act Present(Sheet s, string reference, string address) => Simple("present-transfer", s, Today, $"{reference} {address}", (desk, by) => Registering.Present(desk, by, s.Id, new PresentTransfer(reference, "Mrs. Definitive", address, by.On)),
        () => !s.Booked ? "nothing is booked" : s.Presented.Contains(reference) ? "it was presented" : address == "" ? "no address" : null, () => s.Presented.Add(reference));
}
