package edge

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/web"
)

// protected are columns that nobody may set from outside, under the names that
// the tables, the code and other programs have for them.
var protected = strings.Fields(`id version owner owner_id user_id created_at created_by updated_at changed_at changed_by
	roles role is_admin admin active password password_hash one_time era token hash previous seq actor at
	merged_into merged_at account_id row_id parent_id boss_id grants scope relations tenant_id
	approved approved_by approved_at decided_by state sort_key words secret class region_ids sealed
	__proto__ constructor $set _method`)

// A field that the document does not name is refused by its name, wherever in a
// body it stands, also beside those that are right; and nothing is changed.
func TestNoFieldIsAssignedThatIsNotOffered(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		tried := 0
		for _, o := range operations(s) {
			if o.Writes() {
				tried += assign(s, o)
			}
		}
		if tried < 1000 {
			s.Errorf("only %d cases", tried)
		}
		s.Logf("%d protected fields in bodies and addresses, all refused by name", tried)
	})
}

// assign tries every protected field in every place of an operation.
func assign(s *apptest.Stage, o apptest.Operation) (tried int) {
	roles := mays(s, o)
	if len(roles) == 0 {
		return 0 // nobody may: it is never read
	}
	s.Unchanged(o.Name(), func() {
		for _, name := range protected {
			for place, body := range bodies(o, name) {
				tried++
				w := do(s, roles[0], o.Method, address(o), body, "If-Match", `"1"`)
				refusedByName(s, o, w.Code, w.Body.String(), place)
			}
			if !slices.ContainsFunc(o.Params, func(p apptest.Param) bool { return p.Name == name }) {
				tried++
				w := do(s, roles[0], o.Method, address(o)+joint(o)+name+"=1", sound(o), "If-Match", `"1"`, "Content-Type", o.Takes)
				refusedByName(s, o, w.Code, w.Body.String(), "query."+name)
			}
		}
	})
	return tried
}

// joint is what stands between an address and one more question.
func joint(o apptest.Operation) string {
	if strings.Contains(address(o), "?") {
		return "&"
	}
	return "?"
}

func refusedByName(s *apptest.Stage, o apptest.Operation, status int, body, place string) {
	var p web.Problem
	err := json.Unmarshal([]byte(body), &p)
	named := slices.ContainsFunc(p.Fields, func(f web.Field) bool { return f.Path == place || place == "body" && strings.HasPrefix(f.Path, "body") })
	if err != nil || status != http.StatusUnprocessableEntity || !named {
		s.Errorf("%s: %s: %d %s", o.Name(), place, status, body)
	}
}

// bodies are sound bodies with the field in one more place each; the keys are the places' names.
func bodies(o apptest.Operation, name string) map[string]string {
	all := map[string]string{}
	if o.Body == nil {
		if o.Takes == "" {
			all["body"] = fmt.Sprintf(`{%q: "1"}`, name)
		}
		return all
	}
	for _, place := range places(o.Body, "body") {
		if _, offered := place.schema.Properties[name]; offered || place.schema.Extra != any(false) {
			continue
		}
		b := example(o.Body, "body", func(path string, object map[string]any) {
			if path == place.path {
				object[name] = "1"
			}
		})
		all[place.path+"."+name] = written(b)
	}
	return all
}

// place is an object in a body.
type place struct {
	path   string
	schema *apptest.Schema
}

func places(s *apptest.Schema, path string) (all []place) {
	if s.Is("object") && len(s.Properties) > 0 {
		all = append(all, place{path, s})
	}
	for name, p := range s.Properties {
		all = append(all, places(p, path+"."+name)...)
	}
	if s.Items != nil {
		all = append(all, places(s.Items, path+"[0]")...)
	}
	return all
}

// example is a value that a schema allows; every object is shown to touch.
func example(s *apptest.Schema, path string, touch func(path string, object map[string]any)) any {
	switch {
	case s == nil:
		return nil
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Is("object"):
		object := map[string]any{}
		for name, p := range s.Properties {
			object[name] = example(p, path+"."+name, touch)
		}
		touch(path, object)
		return object
	case s.Is("array"):
		return []any{example(s.Items, path+"[0]", touch)}
	case s.Is("integer"), s.Is("number"):
		return 1
	case s.Is("boolean"):
		return true
	case s.Format == "day":
		return "2026-06-30"
	case s.Format == "date-time":
		return "2026-06-30T00:00:00Z"
	}
	return "1"
}

func written(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

// sound is a body that an operation takes, as far as its document says.
func sound(o apptest.Operation) string {
	if o.Body == nil {
		return ""
	}
	return written(example(o.Body, "body", func(string, map[string]any) {}))
}

// address is that of something which does not exist, with all that must be said.
func address(o apptest.Operation) string {
	path, query := o.Path, ""
	for _, p := range o.Params {
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", nobody)
		case p.In == "query" && p.Required:
			query += "&" + p.Name + "=" + fmt.Sprint(example(p.Schema, "", nil))
		}
	}
	if query != "" {
		return path + "?" + query[1:]
	}
	return path
}

// nobody is the ID of nothing.
var nobody = kernel.NewID().String()
