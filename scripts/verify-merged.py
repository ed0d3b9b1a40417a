#!/usr/bin/env python3
"""Runs every merged template through the official SAM translator and cfn-lint, and reads back what became of the policy.

Needs the packages of sam-requirements.txt; see verify-sam.mjs. An error that the template had before the merge is not the
merge's. --keep FILE writes what was merged and what the translator made of it, for the tests that need no Python.
Prints how many held; exit 1 where one does not.
"""
import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from cfnlint.api import lint
from cfnlint.config import ManualArgs
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "method.response.header."
UPLOADED = "s3://sam-demo-bucket/code.zip"
HTTP_KEYS = {"allowOrigins": "origins", "allowMethods": "methods", "allowHeaders": "headers",
             "exposeHeaders": "exposeHeaders"}


def uploaded(template):
    """The template as `sam package` leaves it: code that stands beside the template is in a bucket."""
    for resource in template.get("Resources", {}).values():
        properties = resource.get("Properties") or {}
        if resource.get("Type") == "AWS::Serverless::Function" and "InlineCode" not in properties:
            code = properties.get("CodeUri")
            if not isinstance(code, dict) and not str(code).startswith("s3://"):
                properties["CodeUri"] = UPLOADED
        resource["Properties"] = properties
    code = ((template.get("Globals") or {}).get("Function") or {})
    if isinstance(code.get("CodeUri"), str):
        code["CodeUri"] = UPLOADED
    return template


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return yaml_parse(text)


# What CloudFormation leaves out.
NOTHING = {"Ref": "AWS::NoValue"}
# What a parameter without a default comes to.
UNKNOWN = "untold-parameter"


def parameters(template, given):
    defaults = {name: one.get("Default", UNKNOWN) for name, one in (template.get("Parameters") or {}).items()}
    return {**defaults, **given}


def translate(text, given):
    template = uploaded(parsed(text))
    return Translator({}, Parser()).translate(template, parameters(template, given))


class Functions:
    """Resolves CloudFormation's functions by what a deployment gives, else by defaults; what that does not tell stays a map."""

    def __init__(self, template, given):
        self.given = parameters(template, given)
        self.conditions = template.get("Conditions") or {}
        self.mappings = template.get("Mappings") or {}

    def of(self, value):
        if isinstance(value, list):
            return [one for one in map(self.of, value) if one != NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) != 1:
            return {name: self.of(inner) for name, inner in value.items()}
        (name, argument), = value.items()
        if name == "Ref" and argument in self.given:
            return self.given[argument]
        if name == "Fn::Sub" and isinstance(argument, str):
            made = re.sub(r"\$\{(\w+)\}", lambda found: str(self.given.get(found[1], found[0])), argument)
            return value if "${" in made else made
        if name == "Fn::Join" and isinstance(argument, list):
            parts = self.of(argument[1])
            return argument[0].join(parts) if all(isinstance(part, str) for part in parts) else value
        if name == "Fn::FindInMap" and isinstance(argument, list):
            found = self.mappings
            for key in self.of(argument):
                found = found.get(key, {}) if isinstance(found, dict) and isinstance(key, str) else {}
            return value if found == {} else found
        if name == "Fn::If" and isinstance(argument, list):
            holds = self.holds({"Condition": argument[0]})
            return value if holds is None else self.of(argument[1 if holds else 2])
        return {name: self.of(argument)}

    def holds(self, test):
        (name, argument), = test.items()
        if name == "Condition":
            return self.holds(self.conditions[argument]) if argument in self.conditions else None
        if name == "Fn::Equals":
            one, other = self.of(argument)
            return None if isinstance(one, dict) or isinstance(other, dict) else str(one) == str(other)
        parts = [self.holds(part) for part in argument]
        if None in parts:
            return None
        return {"Fn::Not": lambda: not parts[0], "Fn::And": lambda: all(parts), "Fn::Or": lambda: any(parts)}[name]()


UNTOLD = []


# These tell what day it is (a runtime's end of support), not what the template says.
BY_CALENDAR = {"E2531", "E2533"}


@functools.lru_cache(maxsize=None)
def lint_errors(text):
    return {str(match.rule.id) + " " + match.message for match in lint(text, config=ManualArgs(regions=["us-east-1"]))
            if match.rule.id.startswith("E") and match.rule.id not in BY_CALENDAR}


def branches(item):
    """A path item, or both of a conditional one."""
    if "Fn::If" in item:
        return [one for one in item["Fn::If"][1:] if "Ref" not in one]
    return [item]


def made(resources, api, kind):
    """What the translator made of the API's CORS, as plain data."""
    resource = resources.get(api, {})
    properties = resource.get("Properties", {})
    if kind == "function-url":
        return resources.get(api if resource.get("Type") == "AWS::Lambda::Url" else api + "Url", {}).get(
            "Properties", {}).get("Cors")
    if kind == "http":
        return properties.get("CorsConfiguration") or (properties.get("Body") or {}).get("x-amazon-apigateway-cors")
    mocks = []
    for path, whole in ((properties.get("Body") or {}).get("paths") or {}).items():
        for item in branches(whole):
            options = item.get("options", {})
            options = options["Fn::If"][1] if "Fn::If" in options else options
            integration = options.get("x-amazon-apigateway-integration", {})
            if integration.get("type") == "mock":
                answer = integration.get("responses", {}).get("default", {})
                headers = answer.get("responseParameters", {})
                named = re.findall(r'== "([^"]+)"', json.dumps(answer.get("responseTemplates", {})).replace("\\", ""))
                mocks.append({"path": path, "security": [name for one in options.get("security", []) for name in one],
                              "headers": {name[len(PREFIX):]: value for name, value in headers.items()},
                              **({"named": named} if named else {})})
    return mocks


def unanswered(resources, api):
    """Paths of a REST API at which neither a mock nor a function answers OPTIONS."""
    paths = (resources.get(api, {}).get("Properties", {}).get("Body") or {}).get("paths") or {}
    trimmed = {path.rstrip("/") for path, whole in paths.items() if any("options" in item for item in branches(whole))}
    return [f"nothing answers OPTIONS {path}" for path in paths if path.rstrip("/") not in trimmed]


def differs(name, wanted, got, lower=False):
    """What is told of a list must be the policy's; what a function makes of what is not told may stand beside it."""
    fold = (lambda text: str(text).lower()) if lower else str
    told = [one for one in got if not isinstance(one, dict) and UNKNOWN not in str(one)]
    if len(told) < len(got):
        UNTOLD.append(name)
        got = told
    if {fold(one) for one in wanted} != {fold(one) for one in got}:
        return [f"{name}: {sorted(map(str, got))} instead of {sorted(wanted)}"]
    return []


def list_faults(policy, cors):
    if not isinstance(cors, dict):
        return [f"no CORS configuration, but {json.dumps(cors)}"]
    got = {name[0].lower() + name[1:]: value for name, value in cors.items()}
    found = []
    for key, part in HTTP_KEYS.items():
        value = got.get(key, [])
        if part == "exposeHeaders" and not policy[part]:
            continue
        found += differs(key, policy[part], value if isinstance(value, list) else [value], "eaders" in key)
    if got.get("allowCredentials", False) not in (policy["credentials"], str(policy["credentials"]).lower()):
        found.append(f"allowCredentials: {got.get('allowCredentials')}")
    return found


def mock_faults(policy, mocks):
    found = []
    for mock in mocks:
        headers = mock["headers"]
        where = f"OPTIONS {mock['path']}: "
        origin = headers.get("Access-Control-Allow-Origin")
        if isinstance(origin, str):
            got = [origin.strip("'"), *mock.get("named", [])]
            if origin != f"'{origin.strip(chr(39))}'" or set(got) - set(policy["origins"]):
                found.append(f"{where}origins {got}")
            elif mock.get("named") and set(got) != set(policy["origins"]):
                found.append(f"{where}origins {got} instead of {policy['origins']}")
        elif origin is not None:
            UNTOLD.append(where + "origin")
        for part, name in (("methods", "Methods"), ("headers", "Headers")):
            value = headers.get("Access-Control-Allow-" + name, "''")
            if not isinstance(value, str):
                UNTOLD.append(where + name)
            else:
                got = [one.strip() for one in value.strip("'").split(",") if one.strip()]
                found += [where + one for one in differs(part, policy[part], got, part == "headers")]
        if ("Access-Control-Allow-Credentials" in headers) != policy["credentials"]:
            found.append(where + "credentials " + str(headers.get("Access-Control-Allow-Credentials")))
        if set(mock["security"]) - {"NONE"}:
            found.append(where + "asks for " + ", ".join(mock["security"]))
    return found


def check(one):
    """What is wrong with it, and what the translator made of it; None for a template that was refused before, too."""
    given = one.get("parameters", {})
    try:
        resources = translate(one["text"], given)["Resources"]
    except Exception as error:
        try:
            translate(one["before"], {})
        except Exception:
            return None, None
        return [getattr(error, "message", str(error)) or str(error)], None
    cors = made(resources, one["api"], one["kind"])
    told = Functions(parsed(one["text"]), given).of(cors)
    found = mock_faults(one["policy"], told) if one["kind"] == "rest" else list_faults(one["policy"], told)
    if one["kind"] == "rest":
        found += unanswered(resources, one["api"])
    errors = lint_errors(one["text"])
    if errors:
        found += sorted(errors - lint_errors(one["before"]))
    return found, cors


def main():
    printed = subprocess.run(["node", "scripts/sam-merged.mjs"], cwd=PROJECT, check=True, capture_output=True)
    all_merged = json.loads(printed.stdout)
    kept, refused, passed, unusable = [], 0, 0, []
    for one in all_merged:
        found, cors = check(one)
        if found is None:
            unusable.append(f"{one['name']}, {one['api']}")
            continue
        if found:
            refused += 1
            print(f"{one['name']}, {one['api']}:\n  " + "\n  ".join(found))
        else:
            passed += 1
            if "parameters" in one:
                continue
            kept.append({**{key: one[key] for key in ("name", "api", "kind", "policy", "text")}, "made": cors})
    if "--keep" in sys.argv:
        lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in kept)
        Path(sys.argv[sys.argv.index("--keep") + 1]).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    for name in unusable:
        print(f"not counted, the translator refuses it unmerged, too: {name}")
    print(f"{len(UNTOLD)} values hold a function that the parameters' defaults do not tell; what stands beside it was compared")
    print(f"SAM translator and cfn-lint: {passed} of {passed + refused} merged templates hold their policy")
    return 1 if refused or passed == 0 else 0


sys.exit(main())
