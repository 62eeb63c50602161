package feature

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"erba/platform/apptest"
	"erba/platform/identity"
	"erba/platform/web"
)

func TestEveryColumnHasAClass(t *testing.T) {
	apptest.Each(t, Product.Features, func(s *apptest.Stage) {
		there, err := s.DB.Columns(s.Context())
		if err != nil {
			s.Fatal(err)
		}
		for _, name := range there {
			if !strings.HasPrefix(name, "schema_") && Columns[name] == "" { // schema_…: which files were applied
				s.Errorf("%s has no data class: name it in the Columns of its feature's grants.go", name)
			}
		}
		for name := range Columns {
			if table, _, _ := strings.Cut(name, "."); !slices.Contains(there, name) && !strings.HasSuffix(table, "_words") {
				s.Errorf("%s has a class, but is not there", name)
			}
		}
	})
}

// A role that nobody mentions can do nothing: it is not named.
func TestEveryRoleIsNamed(t *testing.T) {
	for _, role := range roles {
		if len(Matrix[role]) == 0 {
			t.Errorf("no grant names %s", role)
		}
	}
	if named := slices.Sorted(maps.Keys(Matrix)); len(named) != len(roles) {
		t.Errorf("the matrix has %v", named)
	}
}

// What is shared with somebody is his to look at, not to change.
func TestSharesOpenNothingToWriting(t *testing.T) {
	p, err := Product.Start(nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := p.Router.OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			Grant string `json:"x-grant"`
		} `json:"paths"`
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	for path, item := range doc.Paths {
		for method, op := range item {
			if op.Grant == "" {
				t.Errorf("%s %s does not say what it wants", method, path)
			}
			if method == "get" || op.Grant == web.Anyone || strings.HasSuffix(op.Grant, ":read") {
				continue
			}
			for role, cells := range Matrix {
				if cells[op.Grant]&identity.Shared != 0 {
					t.Errorf("%s %s: %s lets %s change what is only shared with him", method, path, op.Grant, role)
				}
			}
		}
	}
}
