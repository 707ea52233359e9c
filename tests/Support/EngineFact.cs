using Xunit.Abstractions;
using Xunit.Sdk;

namespace Indenture.Tests.Support;

/// <summary>A class whose tests need PostgreSQL: left out, visibly, where it is not there, and a failure where CI=true.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

/// <summary>A test of a suite that runs once for each engine.</summary>
[XunitTestCaseDiscoverer("Indenture.Tests.Support." + nameof(EngineFactDiscoverer), "Indenture.Tests")]
public sealed class EngineFactAttribute : FactAttribute;

/// <summary>Leaves the tests of a class that needs PostgreSQL out where it is not there.</summary>
public sealed class EngineFactDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact)
    {
        yield return Postgres.SkipReason is not null && method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any()
            ? new SkippedCase(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
            : new XunitTestCase(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method);
    }

    private sealed class SkippedCase : XunitTestCase
    {
        [Obsolete("Called by the de-serializer", error: true)]
        public SkippedCase() { }

        public SkippedCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method) : base(sink, display, options, method) { }

        protected override string GetSkipReason(IAttributeInfo factAttribute) => Postgres.SkipReason!;
    }
}
