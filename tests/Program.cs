using Indenture.Tests.Storage;

namespace Indenture.Tests;

/// <summary>The test assembly started as a program of its own: the children that tests start and kill. The test runner does not come through here.</summary>
public static class Program
{
    public static int Main(string[] args) => args switch
    {
        ["hold", var target] => Child.Hold(target),
        ["pay", var target, var name] => Child.Pay(target, name),
        _ => 2,
    };
}
