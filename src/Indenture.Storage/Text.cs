using System.Data.Common;
using System.Globalization;

namespace Indenture.Storage;

/// <summary>How dates and instants stand in the tables: ISO text, the same in both engines, in an order that is theirs.</summary>
internal static class Text
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The case of that name, which the table's own CHECK or the writing side has put there.</summary>
    public static T Case<T>(string name) where T : struct, Enum => Cases<T>.ByName[name];

    public static byte[] Bytes(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string? StringOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static class Cases<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(value => Core.Names.Of(value), StringComparer.Ordinal);
    }
}
