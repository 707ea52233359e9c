using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

/// <summary>How sure an entry is.</summary>
public enum EntryStatus
{
    /// <summary>BOOK: it stands in the bank's books.</summary>
    Booked,
    /// <summary>PDNG: expected; no money yet.</summary>
    Pending,
    /// <summary>INFO: told for information; no money.</summary>
    Information,
    /// <summary>FUTR: to be booked on a day to come; no money yet.</summary>
    Future,
}

/// <summary>One transaction within an entry.</summary>
/// <param name="Amount">Null where only the entry as a whole has an amount.</param>
/// <param name="ReturnReason">Where it is a payment of ours that came back: why.</param>
public sealed record EntryTransaction(
    string? MessageId, string? InstructionId, string? EndToEndId, string? Uetr, string? TransactionId, string? BankReference, Money? Amount, NamedParty? Debtor, string? DebtorAccount, NamedBank? DebtorBank,
    NamedParty? Creditor, string? CreditorAccount, IReadOnlyList<string> Remittance, string? ReturnReason);

/// <summary>One debit or credit on a cash account.</summary>
/// <param name="Reference">The bank's reference of the entry with what is said of it; a notice and a statement that report the same entry have the same.</param>
/// <param name="EntryReference">NtryRef, where stated: often only the entry's place in its report.</param>
/// <param name="Amount">Above or equal to zero; in the account's currency.</param>
/// <param name="Reversal">True where it takes back an earlier entry: a reversal that is a debit takes back a credit.</param>
/// <param name="ValueDate">The day from which the money counts.</param>
/// <param name="Code">The bank's code of the kind of transaction, its parts joined by slashes.</param>
public sealed record AccountEntry(
    MessageReference Reference, string? EntryReference, string Account, Money Amount, Direction Direction, bool Reversal, EntryStatus Status, DateOnly? BookingDate, DateOnly ValueDate, string Code,
    IReadOnlyList<EntryTransaction> Transactions, string? Text);

/// <summary>The balances between which a statement runs; signed, a debit below zero.</summary>
public sealed record StatementBalances(Money Opening, Money Closing, DateOnly ClosingDate);

/// <summary>What is reported of one account.</summary>
/// <param name="Id">The notice's or the statement's own identification.</param>
/// <param name="Account">Its IBAN or number.</param>
/// <param name="Balances">Of a statement; null for a notice.</param>
public sealed record ReportedAccount(string Id, string Account, Currency? Currency, NamedBank? Bank, IReadOnlyList<AccountEntry> Entries, StatementBalances? Balances);

public abstract partial record InboundMessage
{
    /// <summary>Money that came or went: camt.054.001.08 as it happens, camt.053.001.08 at the end of the day.</summary>
    public sealed record CashReport(MessageReference Reference, IReadOnlyList<ReportedAccount> Accounts) : InboundMessage
    {
        internal static readonly Func<MessageElement, InboundMessage> OfNotification = Group(f =>
        {
            var id = f.One("GrpHdr", Header);
            return new CashReport(new MessageReference(MessageType.Camt054.Name, "", id, ""), f.Some("Ntfctn", Reported(id, MessageType.Camt054)));
        });

        internal static readonly Func<MessageElement, InboundMessage> OfStatement = Group(f =>
        {
            var id = f.One("GrpHdr", Header);
            return new CashReport(new MessageReference(MessageType.Camt053.Name, "", id, ""), f.Some("Stmt", Reported(id, MessageType.Camt053)));
        });

        private static Func<MessageElement, string> Header => Group(f =>
        {
            var id = f.One("MsgId", Text35);
            f.One("CreDtTm", Time);
            f.Optional("MsgRcpt", Party);
            OnePage(f, "MsgPgntn");
            return id;
        });

        /// <summary>A report in several pages is refused: its sums could not be verified.</summary>
        private static void OnePage(Fields f, string name) => f.Optional(name, Group(p =>
        {
            var page = p.One("PgNb", Count);
            return page == 1 & p.One("LastPgInd", Flag) ? "" : throw Refuse(MessageReadRefusal.ElementMalformed, $"{p.Place}: the report is page {page} of several; a report is read in one page.");
        }));

        private static Func<MessageElement, ReportedAccount> Reported(string message, MessageType type) => Group(f =>
        {
            var id = f.One("Id", Text35);
            if (type == MessageType.Camt053) OnePage(f, "StmtPgntn");
            else OnePage(f, "NtfctnPgntn");
            f.OptionalValue("ElctrncSeqNb", Count);
            f.OptionalValue("LglSeqNb", Count);
            f.Optional("CreDtTm", Time);
            f.Optional("FrToDt", Group(p => (p.One("FrDtTm", Time), p.One("ToDtTm", Time)).ToString()));
            var (account, currency, bank) = f.One("Acct", Group(a =>
            {
                var number = a.One("Id", AccountNumber);
                var known = a.Optional("Ccy", CurrencyCode);
                a.Optional("Nm", Text(70));
                a.Optional("Ownr", Party);
                return (number, known, a.Optional("Svcr", BankId));
            }));
            var balances = type == MessageType.Camt053 ? f.Some("Bal", Balance) : [];
            var summary = f.Optional("TxsSummry", Summary);
            var entries = f.Many("Ntry", Entry(message, type, account));
            f.End();
            if (type == MessageType.Camt053 || currency is not null)
                foreach (var entry in entries)
                    if (entry.Amount.Currency != (currency ?? balances[0].Amount.Currency))
                        throw Refuse(MessageReadRefusal.CurrencyMismatch, $"{f.Place}: entry {entry.Reference.Entry} is of {entry.Amount.ToDisplay()}, and the account is in {currency ?? balances[0].Amount.Currency}.");
            if (entries.GroupBy(e => e.Reference).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Refuse(MessageReadRefusal.ReferenceRepeated, $"{f.Place}: {twice.Count()} entries have the reference {twice.Key.Entry}.");
            Verify(f, summary, entries);
            return new ReportedAccount(id, account, currency, bank, entries, type == MessageType.Camt053 ? Verified(f, balances, entries, currency) : null);
        });

        private enum BalanceKind { Opening, Closing, Other }

        private static readonly Dictionary<string, BalanceKind> BalanceKinds = new()
        {
            ["OPBD"] = BalanceKind.Opening, ["PRCD"] = BalanceKind.Opening, ["CLBD"] = BalanceKind.Closing, ["CLAV"] = BalanceKind.Other, ["OPAV"] = BalanceKind.Other, ["FWAV"] = BalanceKind.Other,
        };

        private static Func<MessageElement, (BalanceKind Kind, Money Amount, DateOnly Date)> Balance => Group(f =>
        {
            var kind = f.One("Tp", Group(t => t.One("CdOrPrtry", Group(c => c.One("Cd", Code(BalanceKinds))))));
            var amount = f.One("Amt", Amount);
            return (kind, f.One("CdtDbtInd", CreditOrDebit) == Direction.Debit ? -amount : amount, f.One("Dt", Day));
        });

        /// <summary>What the bank says the entries come to.</summary>
        private sealed record Totals(int? Count, decimal? Sum, int? Credits, decimal? CreditSum, int? Debits, decimal? DebitSum);

        private static Func<MessageElement, Totals> Summary => Group(f =>
        {
            var all = f.Optional("TtlNtries", Total);
            var credits = f.Optional("TtlCdtNtries", Total);
            var debits = f.Optional("TtlDbtNtries", Total);
            return new Totals(all?.Item1, all?.Item2, credits?.Item1, credits?.Item2, debits?.Item1, debits?.Item2);
        });

        private static Func<MessageElement, Tuple<int?, decimal?>> Total => Group(f => Tuple.Create(f.OptionalValue("NbOfNtries", Count), f.OptionalValue("Sum", Quantity)));

        private static void Verify(Fields f, Totals? totals, IReadOnlyList<AccountEntry> entries)
        {
            if (totals is null) return;
            Same("entries", totals.Count, totals.Sum, entries);
            Same("credits", totals.Credits, totals.CreditSum, entries.Where(e => e.Direction == Direction.Credit));
            Same("debits", totals.Debits, totals.DebitSum, entries.Where(e => e.Direction == Direction.Debit));

            void Same(string what, int? count, decimal? sum, IEnumerable<AccountEntry> found)
            {
                var list = found.ToList();
                var total = list.Sum(e => decimal.Parse(e.Amount.ToString(), System.Globalization.CultureInfo.InvariantCulture));
                if (count is { } n && n != list.Count || sum is { } s && s != total)
                    throw Refuse(MessageReadRefusal.SumDiffers, $"{f.Place}: the summary counts {count} {what} of {sum}, and there are {list.Count} of {total}.");
            }
        }

        /// <summary>Opening balance and booked entries give the closing balance, to the unit.</summary>
        private static StatementBalances Verified(Fields f, IReadOnlyList<(BalanceKind Kind, Money Amount, DateOnly Date)> balances, IReadOnlyList<AccountEntry> entries, Currency? currency)
        {
            var (opening, closing) = (Only(BalanceKind.Opening, "opening"), Only(BalanceKind.Closing, "closing"));
            if (balances.FirstOrDefault(b => b.Amount.Currency != (currency ?? opening.Amount.Currency)) is { Amount: { } other })
                throw Refuse(MessageReadRefusal.CurrencyMismatch, $"{f.Place}: a balance is {other.ToDisplay()}, and the account is in {currency ?? opening.Amount.Currency}.");
            var moved = entries.Where(e => e.Status == EntryStatus.Booked).Aggregate((Int128)0, (sum, e) => e.Direction == Direction.Credit ? sum + e.Amount.Minor : sum - e.Amount.Minor);
            return opening.Amount.Minor + moved == closing.Amount.Minor
                ? new StatementBalances(opening.Amount, closing.Amount, closing.Date)
                : throw Refuse(MessageReadRefusal.SumDiffers, $"{f.Place}: {opening.Amount.ToDisplay()} and the booked entries do not give the closing balance of {closing.Amount.ToDisplay()}.");

            (BalanceKind Kind, Money Amount, DateOnly Date) Only(BalanceKind kind, string name)
            {
                var found = balances.Where(b => b.Kind == kind).ToList();
                return found.Count switch
                {
                    1 => found[0],
                    0 => throw Refuse(MessageReadRefusal.ElementMissing, $"{f.Place} has no {name} booked balance."),
                    _ => throw Refuse(MessageReadRefusal.ElementRepeated, $"{f.Place} has {found.Count} {name} booked balances."),
                };
            }
        }

        private static readonly Dictionary<string, EntryStatus> Statuses = new()
        {
            ["BOOK"] = EntryStatus.Booked, ["PDNG"] = EntryStatus.Pending, ["INFO"] = EntryStatus.Information, ["FUTR"] = EntryStatus.Future,
        };

        private static Func<MessageElement, AccountEntry> Entry(string message, MessageType type, string account) => Group(f =>
        {
            var own = f.Optional("NtryRef", Text35);
            var amount = f.One("Amt", Amount);
            var direction = f.One("CdtDbtInd", CreditOrDebit);
            var reversal = f.OptionalValue("RvslInd", Flag) ?? false;
            var status = f.One("Sts", Group(s => s.One("Cd", Code(Statuses))));
            var booked = f.OptionalValue("BookgDt", Day);
            var value = f.One("ValDt", Day);
            var bank = f.Optional("AcctSvcrRef", Text35);
            var code = f.One("BkTxCd", TransactionCode);
            var details = f.Many("NtryDtls", Group(d =>
            {
                var batch = d.Optional("Btch", Batch);
                return Transactions(d, amount, batch);
            }));
            var text = f.Optional("AddtlNtryInf", Text(500));
            f.End();
            if ((bank ?? own) is not { } reference)
                throw Refuse(MessageReadRefusal.ReferenceMissing, $"{f.Place} has neither AcctSvcrRef nor NtryRef: it could not be told from another entry.");
            var said = $"{reference} {Names.Of(status)} {Names.Of(direction)}{(reversal ? " reversal" : "")}";
            var transactions = details.SelectMany(d => d).ToList();
            if (transactions.Count > 0 && transactions.All(t => t.Amount is not null) && transactions.Select(t => t.Amount!).Sum(amount.Currency).CompareTo(amount) != 0)
                throw Refuse(MessageReadRefusal.SumDiffers, $"{f.Place}: the entry is of {amount.ToDisplay()}, and its transactions add up to {transactions.Select(t => t.Amount!).Sum(amount.Currency).ToDisplay()}.");
            return new AccountEntry(
                bank is null ? new MessageReference(type.Name, account, message, said) : new MessageReference("account entry", account, "", said),
                own, account, amount, direction, reversal, status, booked, value, code, transactions, text);
        });

        private static Func<MessageElement, string> TransactionCode => Group(f =>
        {
            var domain = f.Optional("Domn", Group(d => d.One("Cd", Code4) + "/" + d.One("Fmly", Group(m => m.One("Cd", Code4) + "/" + m.One("SubFmlyCd", Code4)))));
            var own = f.Optional("Prtry", Group(p => p.One("Cd", Text35) + (p.Optional("Issr", Text35) is { } issuer ? " of " + issuer : "")));
            f.End();
            return domain is null && own is null
                ? throw Refuse(MessageReadRefusal.ElementMissing, $"{f.Place} has neither Domn nor Prtry.")
                : string.Join("; ", new[] { domain, own }.Where(c => c is not null));
        });

        private static Func<MessageElement, Tuple<int?, Money?>> Batch => Group(f =>
        {
            f.Optional("MsgId", Text35);
            f.Optional("PmtInfId", Text35);
            return Tuple.Create(f.OptionalValue("NbOfTxs", Count), f.Optional("TtlAmt", Amount));
        });

        private static IReadOnlyList<EntryTransaction> Transactions(Fields f, Money entry, Tuple<int?, Money?>? batch)
        {
            var transactions = f.Many("TxDtls", Transaction);
            f.End();
            foreach (var amount in transactions.Select(t => t.Amount).Append(batch?.Item2))
                if (amount is not null && amount.Currency != entry.Currency)
                    throw Refuse(MessageReadRefusal.CurrencyMismatch, $"{f.Place}: {amount.ToDisplay()} stands within an entry of {entry.ToDisplay()}.");
            if (transactions.Count > 0 && batch?.Item1 is { } count && count != transactions.Count)
                throw Refuse(MessageReadRefusal.SumDiffers, $"{f.Place}: the batch counts {count} transactions, and there are {transactions.Count}.");
            return transactions;
        }

        private static Func<MessageElement, EntryTransaction> Transaction => Group(f =>
        {
            string? message = null, bank = null, instruction = null, endToEnd = null, uetr = null, transaction = null;
            f.Optional("Refs", Group(r =>
            {
                message = r.Optional("MsgId", Text35);
                bank = r.Optional("AcctSvcrRef", Text35);
                r.Optional("PmtInfId", Text35);
                instruction = r.Optional("InstrId", Text35);
                endToEnd = r.Optional("EndToEndId", Text35);
                uetr = r.Optional("UETR", UetrCode);
                transaction = r.Optional("TxId", Text35);
                r.Optional("ClrSysRef", Text35);
                return "";
            }));
            var amount = f.Optional("Amt", Amount);
            f.OptionalValue("CdtDbtInd", CreditOrDebit);
            NamedParty? debtor = null, creditor = null;
            string? debtorAccount = null, creditorAccount = null;
            f.Optional("RltdPties", Group(p =>
            {
                debtor = p.Optional("Dbtr", PartyOrAgent);
                debtorAccount = p.Optional("DbtrAcct", AccountId);
                p.Optional("UltmtDbtr", PartyOrAgent);
                creditor = p.Optional("Cdtr", PartyOrAgent);
                creditorAccount = p.Optional("CdtrAcct", AccountId);
                return "";
            }));
            NamedBank? debtorBank = null;
            f.Optional("RltdAgts", Group(a =>
            {
                debtorBank = a.Optional("DbtrAgt", BankId);
                a.Optional("CdtrAgt", BankId);
                return "";
            }));
            f.Optional("Purp", Reason);
            var remittance = f.Optional<IReadOnlyList<string>>("RmtInf", Group(r => r.Many("Ustrd", Text(140)))) ?? [];
            var returned = f.Optional("RtrInf", Group(r =>
            {
                var reason = r.One("Rsn", Reason);
                return string.Join(": ", new[] { reason }.Concat(r.Many("AddtlInf", Text(105))));
            }));
            f.Optional("AddtlTxInf", Text(500));
            return new EntryTransaction(message, instruction, endToEnd, uetr, transaction, bank, amount, debtor, debtorAccount, debtorBank, creditor, creditorAccount, remittance, returned);
        });
    }
}
