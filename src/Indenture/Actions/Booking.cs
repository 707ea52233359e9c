using System.Text;
using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Documents;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>What became of an offering that was asked to be booked.</summary>
public sealed record Booked(string Offering, string Series, bool Existed, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed);

/// <summary>An offering that was not booked; nothing of it was stored.</summary>
public sealed record NotBooked(string Offering, Refusal Refusal, IReadOnlyList<Finding> Findings);

/// <summary>An offering ready to be booked: what was read, and the findings on it.</summary>
public sealed record Candidate(string Offering, string Series, Terms Terms, IReadOnlyList<Finding> Findings, IReadOnlyList<DocumentFile> Files);

/// <summary>Stores offerings: read, settled, assumed, decided, one transaction each.</summary>
public sealed class Booking(Desk desk, string actor, string? key, DateTimeOffset at)
{
    /// <summary>The offerings of documents that were read.</summary>
    public static IReadOnlyList<Candidate> Of(Reading reading, IReadOnlyList<InputFile> files)
    {
        var kept = files.Select(f => new DocumentFile(f.Bytes, f.Path)).ToDictionary(f => f.Sha256);
        var fileOf = reading.Documents.ToDictionary(d => d.Id, d => reading.Files[d.File].Sha256);
        // The older first: what joins a series comes after what it joins.
        return [.. reading.Offerings.OrderBy(o => o.Terms.Statements.GetValueOrDefault("agreementDate")?.Value ?? "", StringComparer.Ordinal).Select(o => new Candidate(o.Id, o.Series, o.Terms,
            [.. reading.Findings.Where(f => f.Offerings.Contains(o.Id))],
            [.. o.Documents.Select(d => fileOf[d]).Distinct().Select(sha => kept[sha])]))];
    }

    /// <summary>One offering given as a terms document: its id is the first 12 hex digits of the file's SHA-256.</summary>
    public static Outcome<Candidate> Of(string json, string path)
    {
        var file = new DocumentFile(Encoding.UTF8.GetBytes(json), path);
        var id = file.Sha256[..12];
        return TermsJson.Read(json, path).Map(terms => new Candidate(id, terms.Isin?.Value is { } isin ? Identifier.Normalise(isin) : id, terms, [], [file]));
    }

    public Outcome<Booked> Book(Candidate candidate, IReadOnlyList<Assumption> assumptions, IReadOnlyList<Settling> settlings)
    {
        var series = SeriesOf(candidate);
        return Prepare(candidate, assumptions, settlings).Then(prepared =>
        {
            var input = new JsonObject
            {
                ["offering"] = candidate.Offering,
                ["terms"] = TermsJson.Write(prepared.Terms),
                ["settled"] = new JsonArray([.. prepared.Settled.Select(s => (JsonNode)$"{s.Finding}={s.Value}:{s.Why}")]),
            };
            var existed = false;
            return desk.Perform(new Order("book", series, actor, key is null ? null : $"{key}/{candidate.Offering}", input, DateOnly.FromDateTime(at.UtcDateTime), at),
                    (state, _) =>
                    {
                        existed = state.Offering(candidate.Offering) is not null;
                        return new BookOffering(candidate.Offering, prepared.Terms, candidate.Findings, prepared.Settled, prepared.Assumed, [.. candidate.Files.Select(f => f.Sha256)]).Decide(state);
                    }, candidate.Files)
                .Map(result => new Booked(candidate.Offering, series, existed || result.Repeated, prepared.Settled, prepared.Assumed));
        });
    }

    /// <summary>
    /// The series that already holds this offering or one of the same ISIN, else the one that the reading names: a tranche booked before its form of
    /// note was at hand keeps its series.
    /// </summary>
    private string SeriesOf(Candidate candidate) => desk.Store.Read(view =>
        view.List("offering").FirstOrDefault(o => o.Row.Id == candidate.Offering)?.SeriesId) ?? candidate.Series;

    private Outcome<(Terms Terms, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed)> Prepare(
        Candidate candidate, IReadOnlyList<Assumption> assumptions, IReadOnlyList<Settling> settlings)
    {
        var assumed = assumptions.Where(a => a.AppliesTo(candidate.Terms, candidate.Offering))
            .Select(a => new Assumed(a.Fact.Name, a.Value, actor, a.Why)).ToList();
        var completed = assumptions.Aggregate((Outcome<Terms>)candidate.Terms, (terms, a) => terms.Then(t => a.ApplyTo(t, candidate.Offering, actor)));
        var chosen = candidate.Findings.SelectMany(f => settlings.Where(s => s.Names(f)).Take(1).Select(s => (Finding: f, Settling: s)));
        return chosen.Aggregate(
            completed.Map<(Terms Terms, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed)>(terms => (terms, [], assumed)),
            (prepared, next) => prepared.Then(p => next.Settling.ApplyTo(p.Terms, next.Finding, actor)
                .Map<(Terms Terms, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed)>(s => (s.Terms, [.. p.Settled, s.Settlement], p.Assumed))));
    }
}
