using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

/// <summary>A holding as a depositary states it.</summary>
/// <param name="Account">The participant's account, or the account of the statement itself.</param>
/// <param name="Owner">Where stated.</param>
/// <param name="Face">Principal in major units of the notes' currency, which the statement does not name.</param>
public sealed record StatedHolding(string Account, string? Owner, NamedSecurity Security, decimal Face);

public abstract partial record InboundMessage
{
    /// <summary>
    /// semt.002.001.11: what a depositary holds for whom at the close of a day, to be compared with the register. Only a complete statement is read; one that tells changes is
    /// refused.
    /// </summary>
    /// <param name="Date">The day whose close it states.</param>
    /// <param name="Account">The account that the statement is of.</param>
    /// <param name="Page">From 1; the pages of one statement share its identification.</param>
    /// <param name="IsLast">True on the last page.</param>
    /// <param name="Own">Holdings of the account itself: for each security the sum over its participants, where these are stated too.</param>
    /// <param name="Participants">Holdings of the accounts below it.</param>
    public sealed record HoldingsStatement(
        MessageReference Reference, DateOnly Date, string Account, int Page, bool IsLast, IReadOnlyList<StatedHolding> Own, IReadOnlyList<StatedHolding> Participants) : InboundMessage
    {
        private static readonly Dictionary<string, string> Frequencies = Same("DAIL", "ADHO", "WEEK", "MNTH", "QUTR", "SEMI", "YEAR", "INDA", "ONDE", "OVNG");
        private static readonly Dictionary<string, string> Complete = Same("COMP");
        private static readonly Dictionary<string, string> Bases = Same("SETT", "CONT");
        private static readonly Dictionary<string, string> Long = Same("LONG");

        private static Dictionary<string, string> Same(params string[] codes) => codes.ToDictionary(c => c);

        internal static Func<MessageElement, InboundMessage> Reader(MessageHeader? header) => Group(f =>
        {
            var (page, last) = f.One("Pgntn", Group(p => (p.One("PgNb", Count), p.One("LastPgInd", Flag))));
            var (id, date) = f.One("StmtGnlDtls", Group(s =>
            {
                var statement = s.One("StmtId", Text35);
                var day = s.One("StmtDtTm", Day);
                s.One("Frqcy", Coded(Frequencies));
                s.One("UpdTp", Coded(Complete));
                s.One("StmtBsis", Coded(Bases));
                s.One("ActvtyInd", Flag);
                s.One("SubAcctInd", Flag);
                return (statement, day);
            }));
            f.Optional("AcctOwnr", Owner);
            f.Optional("AcctSvcr", Owner);
            var account = f.One("SfkpgAcct", SafekeepingAccount);
            var own = f.Many("BalForAcct", Holding(account, null));
            var participants = f.Many("SubAcctDtls", Group(s =>
            {
                var owner = s.Optional("AcctOwnr", Owner);
                var number = s.One("SfkpgAcct", SafekeepingAccount);
                s.One("ActvtyInd", Flag);
                return s.Many("BalForSubAcct", Holding(number, owner));
            })).SelectMany(h => h).ToList();
            f.End();
            if (own.Concat(participants).GroupBy(h => (h.Account, Key(h.Security))).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Refuse(MessageReadRefusal.ReferenceRepeated, $"{f.Place} states {twice.Count()} holdings of {twice.Key.Item2} on the account {twice.Key.Account}.");
            if (page == 1 && last)
                foreach (var total in own)
                {
                    var below = participants.Where(p => Key(p.Security) == Key(total.Security)).ToList();
                    if (below.Count > 0 && below.Sum(p => p.Face) != total.Face)
                        throw Refuse(MessageReadRefusal.SumDiffers, $"{f.Place}: participants hold {below.Sum(p => p.Face)} of {Key(total.Security)}, and the account {total.Face}.");
                }
            var entry = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new HoldingsStatement(new MessageReference(MessageType.Semt002.Name, header?.From.Code ?? account, id, entry), date, account, page, last, own, participants);
        });

        private static string Key(NamedSecurity security) => security.Isin ?? security.Cusip ?? security.CommonCode ?? security.Description ?? "";

        private static Func<MessageElement, string> Coded(IReadOnlyDictionary<string, string> codes) => Group(f => f.One("Cd", Code(codes)));

        private static Func<MessageElement, string> Owner => Group(f => f.One("Id", Shared.Owner));

        private static Func<MessageElement, string> SafekeepingAccount => Group(f =>
        {
            var id = f.One("Id", Text35);
            f.Optional("Nm", Text(70));
            return id;
        });

        private static Func<MessageElement, StatedHolding> Holding(string account, string? owner) => Group(f =>
        {
            var security = f.One("FinInstrmId", SecurityId);
            var face = f.One("AggtBal", Group(b =>
            {
                b.One("ShrtLngInd", Code(Long));
                return b.One("Qty", Group(q => q.One("Qty", Group(c => c.One("Qty", FaceAmount)))));
            }));
            return new StatedHolding(account, owner, security, face);
        });
    }
}
