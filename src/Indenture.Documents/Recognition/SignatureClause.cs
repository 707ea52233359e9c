using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A party that signs in an office: its name on one line, "as Trustee" on the next.</summary>
internal static partial class SignatureClause
{
    public static Recogniser Recogniser { get; } = new("signatures", Role.Any, [], ["as Trustee", "as Authenticating Agent", "as Issuer", "as Guarantor", "on behalf of the Underwriters"], Read);

    [GeneratedRegex(@"^(?:\(?as (?<office>Trustee|Authenticating Agent|Issuer|Guarantor)\)?|(?<office>on behalf of the (?:several )?Underwriters).{0,40})$", Text.Options)]
    private static partial Regex Office { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var document = facts.Document;
        for (var piece = Cutting.PieceAt(document.Source, passage.Start); piece < document.EndPiece && document[piece].Start < passage.End; piece++)
        {
            if (piece == document.FirstPiece || document[piece].Length > 80 || Office.Match(document.Of(piece).ToString()) is not { Success: true } office) continue;
            var line = document[piece - 1];
            var name = Text.Tidy(document.Of(piece - 1).ToString());
            if (name.Length is < 4 or > 80 || !char.IsAsciiLetterUpper(name[0])) continue;
            var role = office.Groups["office"].Value.ToUpperInvariant() switch
            {
                "TRUSTEE" => "trustee",
                "AUTHENTICATING AGENT" => "authenticatingAgent",
                "ISSUER" => "issuer",
                "GUARANTOR" => "guarantor",
                _ => "representative",
            };
            yield return new Recognised.Names(role, name, line.Start, line.Start + name.Length);
            if (role == "authenticatingAgent" || (role == "trustee" && facts.First("trustee") is null) || (role == "issuer" && facts.First("issuer") is null))
                yield return new Recognised.States(role, name, line.Start, line.Start + name.Length);
            else if (role == "trustee") yield return new Recognised.States("trusteeSigning", name, line.Start, line.Start + name.Length);
        }
    }
}
