"""The ratios of docs/benchmarks.md from one run's reports, round by round."""
import glob
import json
import statistics
import sys

out = sys.argv[1]
reports = {}
for path in glob.glob(out + "/*.[0-9].json"):
    report = json.load(open(path))
    case, rnd = report["label"].rsplit(".", 1)
    reports.setdefault(case, {})[rnd] = report


def series(case, read):
    return {rnd: read(r) for rnd, r in reports.get(case, {}).items()}


def ratio(of, to, read):
    a, b = series(of, read), series(to, read)
    return [a[r] / b[r] for r in sorted(a) if r in b and b[r]]


turns = lambda r: r["turns_per_s"]
cpu = lambda r: r["server_cpu_s_per_1000_turns"]
print("| case | turns/s | CPU s/1000 turns | p99 ms | peak MiB | foreign |")
print("|---|---|---|---|---|---|")
for case in sorted(reports):
    rs = [reports[case][r] for r in sorted(reports[case])]
    print("| {} | {} | {} | {} | {} | {:.0%} |".format(
        case, ", ".join(f"{turns(r):.0f}" for r in rs), ", ".join(f"{cpu(r):.3f}" for r in rs),
        ", ".join("%.1f" % r["latency_response_ms"]["P99"] for r in rs),
        ", ".join(f"{sum(p['peak_rss_mib'] for p in r['servers']):.0f}" if "servers" in r else "?" for r in rs),
        max(r["foreign_cpu_share"] for r in rs)))
print()
for label, values in [
    ("turns/s against the bare durable limit (≥ 0.3)", ratio("host-ws", "limit-ws", turns)),
    ("turns/s against botbuilder (≥ 4)", ratio("host-ws", "botbuilder", turns)),
    ("CPU per turn against botbuilder (≤ 0.2)", ratio("host-ws", "botbuilder", cpu)),
]:
    if values:
        print(f"{label}: median {statistics.median(values):.2f}  ({', '.join(f'{v:.2f}' for v in values)})")
first = {c: json.loads(open(f"{out}/first-{c}.json").read().splitlines()[-1]) for c in ("webapp", "host", "ever")}
ms = {c: r["first_turn_ms"]["median"] for c, r in first.items()}
print(f"first answered turn: {ms['host']:.0f} ms, webapp {ms['webapp']:.0f} ms, ratio {ms['host'] / ms['webapp']:.2f} (≤ 3); first start ever {ms['ever']:.0f} ms")
