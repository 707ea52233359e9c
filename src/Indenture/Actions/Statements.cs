using System.Security.Cryptography;
using System.Text;
using Indenture.Core;
using Indenture.Messages;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>Why a depositary's statement is not taken, in the order in which it is tested.</summary>
public enum StatementRefusal { StatementMixed, StatementOther, StatementPageMissing, StatementTotalMissing }

/// <summary>Depositaries' statements as they come: one file of comma-separated values, or the pages of one semt.002.</summary>
public static class Statements
{
    /// <summary>The statement of this series, with the files that it was read from.</summary>
    /// <param name="schemas">The configured folder of schemas; null where none is.</param>
    public static Outcome<(DepositaryStatement Statement, IReadOnlyList<DocumentFile> Files)> Read(IReadOnlyList<string> paths, Terms terms, SchemaFolder? schemas)
    {
        var files = new List<DocumentFile>();
        foreach (var path in paths)
            switch (Files.Bytes(path))
            {
                case Outcome<byte[]>.Done { Value: var bytes }: files.Add(new DocumentFile(bytes, path)); break;
                case Outcome<byte[]>.Refused { Refusal: var refusal }: return refusal;
            }
        var statement = files.Any(f => IsXml(f.Bytes))
            ? files.All(f => IsXml(f.Bytes)) ? OfMessages(files, terms, schemas) : Refusal.Of(StatementRefusal.StatementMixed, "A statement is one CSV file or the pages of one message, not both.")
            : files.Count == 1 ? OfCsv(files[0], terms) : Refusal.Of(StatementRefusal.StatementMixed, $"{files.Count} CSV files were given; a statement of one day is one file.");
        return statement.Map(s => (s, (IReadOnlyList<DocumentFile>)files));
    }

    private static bool IsXml(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(64, bytes.Length))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');

    private static Outcome<DepositaryStatement> OfCsv(DocumentFile file, Terms terms)
    {
        var currency = terms.Currency!.Value;
        return Files.Text(file.Bytes, file.Path).Then(text => HoldingFile.Parse(text, file.Path, currency)).Then(parsed => DepositaryStatement.Of(parsed, currency)).Map(s => s with { Hash = file.Sha256 });
    }

    private static Outcome<DepositaryStatement> OfMessages(IReadOnlyList<DocumentFile> files, Terms terms, SchemaFolder? schemas)
    {
        var pages = new List<InboundMessage.HoldingsStatement>();
        foreach (var file in files)
            switch (InboundMessage.Read(file.Bytes, schemas))
            {
                case Outcome<Received>.Done { Value.Message: InboundMessage.HoldingsStatement page }: pages.Add(page); break;
                case Outcome<Received>.Refused { Refusal: var refusal }: return refusal;
                default: return Refusal.Of(StatementRefusal.StatementMixed, $"{file.Path} is no statement of holdings ({MessageType.Semt002}).");
            }
        pages.Sort((a, b) => a.Page.CompareTo(b.Page));
        if (pages.Any(p => p.Date != pages[0].Date || p.Account != pages[0].Account || p.Reference.Message != pages[0].Reference.Message))
            return Refusal.Of(StatementRefusal.StatementMixed, "The files are not pages of one statement.");
        if (!pages.Select(p => p.Page).SequenceEqual(Enumerable.Range(1, pages.Count)) || !pages[^1].IsLast)
            return Refusal.Of(StatementRefusal.StatementPageMissing, $"Of the statement {pages[0].Reference.Message} the pages {string.Join(", ", pages.Select(p => p.Page))} were given, and {(pages[^1].IsLast ? "not each from 1" : "the last is missing")}.");
        bool Ours(StatedHolding holding) =>
            Same(holding.Security.Isin, terms.Isin) || Same(holding.Security.Cusip, terms.Cusip) || Same(holding.Security.CommonCode, terms.CommonCode);
        var own = pages.SelectMany(p => p.Own).Where(Ours).ToList();
        var participants = pages.SelectMany(p => p.Participants).Where(Ours).ToList();
        if (own.Count == 0 && participants.Count == 0) return Refusal.Of(StatementRefusal.StatementOther, $"The statement {pages[0].Reference.Message} states no holding of this series.");
        if (own.Count == 0) return Refusal.Of(StatementRefusal.StatementTotalMissing, $"The statement {pages[0].Reference.Message} states participants of this series and no total of the account.");
        var currency = terms.Currency!.Value;
        return Amount(own, currency).Then(total => participants.GroupBy(p => p.Account, StringComparer.Ordinal)
            .Aggregate((Outcome<IReadOnlyList<Holding>>)new Outcome<IReadOnlyList<Holding>>.Done([]), (all, p) => all.Then(list => Amount(p, currency).Map<IReadOnlyList<Holding>>(m => [.. list, new Holding(p.Key, m)])))
            .Map(held => new DepositaryStatement(pages[0].Date, total, held.Count == 0 ? null : held, $"{MessageType.Semt002} {pages[0].Reference.Message}",
                Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(f => f.Bytes)])))));
    }

    private static bool Same(string? stated, Cited<string>? ours) => stated is not null && ours is not null && stated == Identifier.Normalise(ours.Value);

    private static Outcome<Money> Amount(IEnumerable<StatedHolding> holdings, Currency currency) => Money.Of(holdings.Sum(h => h.Face), currency);
}
