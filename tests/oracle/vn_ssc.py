"""Generated cases of vn-ssc, one file per edition and group: every criterion around each of its thresholds."""

from building import AS_OF, Builder, unit
from filling import fill_tree
from loading import group_nodes, scheme_of

SETS = ("vn-ssc@2022-u1", "vn-ssc@2026-u1")


def set_name(criteria_set):
    return f"{criteria_set['set']}@{criteria_set['edition']}-u{criteria_set['revision']}"


def folder(criteria_set):
    return f"{criteria_set['set']}-{criteria_set['edition']}"


def files(criteria_set):
    builder, home = Builder(criteria_set, scheme_of(criteria_set)), unit("province")
    for node in group_nodes(builder.scheme["tree"]):
        file = {"set": set_name(criteria_set), "as_of": AS_OF, "unit": home, "cases": []}
        fill_tree(criteria_set, file, builder, node, home)
        yield f"{folder(criteria_set)}/{node['group']}.json", file
