using System.Text;

namespace Indenture.Core;

/// <summary>The one spelling of enum cases outside the program: <c>ModifiedFollowing</c> is "modified-following".</summary>
public static class Names
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>The case of that name; null where there is none. The caller turns null into a refusal that lists <see cref="All{T}"/>.</summary>
    public static T? Find<T>(string name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == name) return value;
        return null;
    }

    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));
}
