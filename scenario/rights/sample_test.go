package rights

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/apptest"
)

// sample is a value for a part of an address; of most there is no such thing.
func (w *world) sample(p apptest.Param) string {
	if len(p.Schema.Enum) > 0 {
		return fmt.Sprint(p.Schema.Enum[0])
	}
	switch p.Name {
	case "currency":
		return "USD"
	case "model":
		return "abc"
	case "mark":
		return "A"
	case "field":
		return "home_city"
	case "quarter", "from":
		return "2026-01-01"
	case "until":
		return "2026-12-31"
	case "name":
		return "paper.txt"
	case "user":
		return w.stranger.String()
	}
	return w.nothing.String()
}

// body is what an operation about an account must be told, and no more.
func (w *world) body(o apptest.Operation, account kernel.ID) string {
	if o.Body == nil {
		if o.Takes != "" {
			return "x"
		}
		return ""
	}
	raw, err := json.Marshal(w.value(o.Body, "", account))
	if err != nil {
		w.Fatal(err)
	}
	return string(raw)
}

func (w *world) value(s *apptest.Schema, name string, account kernel.ID) any {
	switch {
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Is("object"):
		object := map[string]any{}
		for part, p := range s.Properties {
			if slices.Contains(s.Required, part) {
				object[part] = w.value(p, part, account)
			}
		}
		return object
	case s.Is("array"):
		if s.MinItems > 0 || name == "scores" {
			return []any{w.value(s.Items, "", account)}
		}
		return []any{}
	case s.Is("integer"), s.Is("number"):
		return 1
	case s.Is("boolean"):
		return true
	}
	switch {
	case name == "expires", name == "until", name == "due":
		return w.day(1).String()
	case strings.HasSuffix(name, "_on"), name == "on", name == "since", name == "from", name == "given", s.Format == "day":
		return w.day(0).String()
	case name == "reason" && s.MaxLength != nil && *s.MaxLength < 40: // one of a list
		return "price"
	case slices.Contains([]string{"reason", "evidence", "result", "says", "proof", "purpose", "background", "place", "audience"}, name):
		return "a reason that is long enough to be one"
	case name == "owner", name == "user", name == "account", name == "partner", name == "check", strings.HasSuffix(name, "_id"):
		return w.stranger.String()
	case name == "use": // what has been used, to take it back
		return account.String()
	case name == "product":
		return w.ware.String()
	case name == "rule":
		return "today.approval"
	case name == "source": // one of a list
		return "survey"
	case name == "shop":
		return "a shop"
	case name == "title":
		return "what has to be done"
	case name == "value":
		return "13800138000"
	case slices.Contains([]string{"rate", "quantity", "wanted"}, name):
		return "1"
	case name == "percent":
		return "100"
	}
	return strings.Repeat("x", max(1, s.MinLength))
}
