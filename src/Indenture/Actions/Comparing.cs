using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Actions;

/// <summary>diff: two files to what differs between them.</summary>
public static class Comparing
{
    public static Outcome<Comparison> Run(string first, string second, long maxBytes) =>
        Files.Bytes(first, maxBytes).Then(a => Files.Bytes(second, maxBytes).Then(b => Comparison.Of(new InputFile(a, first), new InputFile(b, second))));
}
