using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Core;

namespace Indenture.Actions;

/// <summary>Who acts, when, and under which key.</summary>
/// <param name="Actor">A person: "os:USER", or the name given with --as.</param>
/// <param name="Key">Idempotency key; null: derived from the verb and its input.</param>
/// <param name="At">When the act is recorded.</param>
/// <param name="On">The date as of which it holds.</param>
public sealed record Instruction(string Actor, string? Key, DateTimeOffset At, DateOnly On)
{
    /// <summary>The order for one verb on one series; the members of the input say what "the same command" means.</summary>
    internal Order Order(string verb, string series, params (string Name, string Value)[] input) =>
        new(verb, series, Actor, Key, new JsonObject(input.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)i.Value)).Append(KeyValuePair.Create("on", (JsonNode?)Iso(On)))), On, At);

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Iso(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
