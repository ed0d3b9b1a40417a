#!/usr/bin/env python3
"""Completes every SAM snippet of the product into a whole template and runs it through the official translator and cfn-lint.

Words given as arguments choose the snippets whose names hold them all. Needs the packages aws-sam-translator and
cfn-lint. Prints how many were checked; exit 1 where one is refused.
"""
import copy
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
API = {"rest": ("MyApi", "AWS::Serverless::Api", "Api", "RestApiId"),
       "http": ("MyHttpApi", "AWS::Serverless::HttpApi", "HttpApi", "ApiId")}
GLOBAL = ("Globals", "stage-parameter")


def base(kind, authorized, key):
    """A template with one API and one function, in the state that the snippet is to mend."""
    if kind == "function-url":
        function = {"Type": "AWS::Serverless::Function", "Properties": {
            "Runtime": "nodejs22.x", "Handler": "index.handler", "InlineCode": "exports.handler = 1"}}
        return {"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31",
                "Resources": {"MyFunction": function}}
    logical_id, api_type, event_type, reference = API[kind]
    properties = {"StageName": "Prod"} if kind == "rest" else {}
    auth = {}
    if authorized and kind == "rest":
        pool = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi"
        auth = {"DefaultAuthorizer": "Users", "Authorizers": {"Users": {"UserPoolArn": pool}}}
    elif authorized:
        jwt = {"issuer": "https://issuer.example", "audience": ["a"]}
        auth = {"DefaultAuthorizer": "Users", "Authorizers": {
            "Users": {"IdentitySource": "$request.header.Authorization", "JwtConfiguration": jwt}}}
    if key:
        auth["ApiKeyRequired"] = True
    if auth:
        properties["Auth"] = auth
    event = {"Type": event_type, "Properties": {"Path": "/orders", "Method": "GET", reference: {"Ref": logical_id}}}
    function = {"Type": "AWS::Serverless::Function", "Properties": {
        "Runtime": "nodejs22.x", "Handler": "index.handler", "InlineCode": "exports.handler = 1",
        "Events": {"Orders": event}}}
    return {"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31",
            "Resources": {logical_id: {"Type": api_type, "Properties": properties}, "MyFunction": function}}


def merge(into, more):
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            merge(into[name], value)
        else:
            into[name] = copy.deepcopy(value)


def whole(snippet):
    remedies, kind = snippet["remedies"], snippet["kind"]
    template = base(kind, "open-preflight-to-authorizer" in remedies,
                    kind == "rest" and "open-preflight-to-api-key" in remedies)
    merge(template, yaml_parse(snippet["text"]))
    if kind == "function-url":
        return template
    logical_id, _, _, reference = API[kind]
    # Globals suit the implicit API; beside an explicit one without Auth, cfn-lint (not the translator) puts a
    # DefinitionUri of its own into the resource and then trips over it.
    if kind == "rest" and snippet["target"] in GLOBAL and "Auth" not in template["Resources"][logical_id]["Properties"]:
        del template["Resources"][logical_id]
        for event in template["Resources"]["MyFunction"]["Properties"]["Events"].values():
            event["Properties"].pop(reference, None)
        return template
    for event in template["Resources"]["MyFunction"]["Properties"]["Events"].values():
        event["Properties"].setdefault(reference, {"Ref": logical_id})
    return template


def open_preflight(translated):
    """Whether no OPTIONS method of the translated template asks for an authoriser or a key."""
    for resource in translated["Resources"].values():
        for path in resource.get("Properties", {}).get("Body", {}).get("paths", {}).values():
            if any(scheme != "NONE" for entry in path.get("options", {}).get("security", []) for scheme in entry):
                return False
    return True


@functools.lru_cache(maxsize=None)
def checked(text):
    """cfn-lint's errors on a template, and what the translator makes of it or why it does not. Many snippets come to one."""
    # cfn-lint translates a SAM template by itself and then checks the result.
    found = [str(match) for match in lint(text, config=ManualArgs(regions=["us-east-1"]))
             if match.rule.id.startswith("E")]
    try:
        return found, Translator({}, Parser()).translate(json.loads(text), {}), None
    except Exception as error:
        return found, None, str(getattr(error, "message", error))


def faults(snippet):
    errors, translated, refusal = checked(json.dumps(whole(snippet), sort_keys=True))
    if translated is None:
        return errors + [refusal]
    found = list(errors)
    merged = json.dumps(translated)
    opens = {"open-preflight-to-authorizer", "open-preflight-to-api-key"} & set(snippet["remedies"])
    wanted = snippet["target"] != "function-events" or "open-preflight-to-authorizer" not in opens
    if opens and wanted and not open_preflight(translated):
        found.append("OPTIONS still asks for an authoriser or a key")
    if snippet["kind"] == "rest" and snippet["target"] in ("Globals", "resource") and "Cors" in snippet["text"]:
        origin = re.search(r"AllowOrigin: \"('.*')\"", snippet["text"])
        if origin is not None and json.dumps(origin.group(1)) not in merged:
            found.append("the allowed origin did not reach the API")
    return found


def main():
    printed = subprocess.run(["node", "scripts/sam-snippets.mjs"], cwd=PROJECT, check=True, capture_output=True)
    snippets = [snippet for snippet in json.loads(printed.stdout)
                if all(word in snippet["name"] for word in sys.argv[1:])]
    refused = 0
    for snippet in snippets:
        found = faults(snippet)
        if found:
            refused += 1
            print(f"{snippet['name']}:\n  " + "\n  ".join(found))
    print(f"SAM translator and cfn-lint: {len(snippets) - refused} of {len(snippets)} snippets accepted")
    return 1 if refused or not snippets else 0


sys.exit(main())
