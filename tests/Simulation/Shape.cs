using System.Collections;
using System.Reflection;

namespace Indenture.Tests.Simulation;

/// <summary>Whether two values say the same, all the way down: maps by key, lists in order, records by their properties.</summary>
internal static class Shape
{
    /// <summary>Where they differ; null where they do not.</summary>
    public static string? Difference(object? one, object? other, string path = "")
    {
        if (ReferenceEquals(one, other)) return null;
        if (one is null || other is null || one.GetType() != other.GetType()) return $"{path}: {one ?? "nothing"} against {other ?? "nothing"}";
        var type = one.GetType();
        if (type.IsPrimitive || type.IsEnum || one is string or decimal or DateOnly or DateTimeOffset or TimeOnly or Ratio or Indenture.Core.Money or Currency) return one.Equals(other) ? null : $"{path}: {one} against {other}";
        if (one is IDictionary left && other is IDictionary right)
        {
            if (left.Count != right.Count) return $"{path}: {left.Count} against {right.Count}";
            foreach (DictionaryEntry entry in left)
            {
                if (!right.Contains(entry.Key)) return $"{path}[{entry.Key}]: missing";
                if (Difference(entry.Value, right[entry.Key], $"{path}[{entry.Key}]") is { } inside) return inside;
            }
            return null;
        }
        if (one is IEnumerable items && other is IEnumerable others)
        {
            var (a, b) = (items.Cast<object?>().ToList(), others.Cast<object?>().ToList());
            if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>))) (a, b) = ([.. a.Order()], [.. b.Order()]);
            if (a.Count != b.Count) return $"{path}: {a.Count} against {b.Count}";
            return a.Select((x, i) => Difference(x, b[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite))
            if (Difference(property.GetValue(one), property.GetValue(other), $"{path}.{property.Name}") is { } inside) return inside;
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            if (Difference(field.GetValue(one), field.GetValue(other), $"{path}.{field.Name}") is { } inside) return inside;
        return null;
    }
}
