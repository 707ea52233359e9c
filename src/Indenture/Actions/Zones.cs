using Indenture.Core;

namespace Indenture.Actions;

/// <summary>The time zone data of the machine, with its edition.</summary>
public static class Zones
{
    private const string Editions = "/usr/share/zoneinfo/tzdata.zi";

    public static ZoneData System { get; } = new(Edition(), name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null);

    /// <summary>"2025b" where the data names its edition, else "unnamed".</summary>
    private static string Edition()
    {
        if (!File.Exists(Editions)) return "unnamed";
        return File.ReadLines(Editions).FirstOrDefault()?.Split(' ') is ["#", "version", var version] ? version : "unnamed";
    }
}
