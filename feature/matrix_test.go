package feature

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"erba/feature/importing"
	"erba/feature/permission"
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

// A role that nobody mentions can do nothing: it is not named. What is told
// about roles and verbs is said in both languages.
func TestEveryRoleAndVerbIsNamed(t *testing.T) {
	texts, err := Product.Texts()
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, role := range permission.Roles {
		keys = append(keys, permission.RoleKey(role))
		if len(Matrix[role]) == 0 {
			t.Errorf("no grant names %s", role)
		}
	}
	for _, grant := range Matrix.Grants() {
		object, _, _ := strings.Cut(grant, ":")
		keys = append(keys, permission.Row{Grant: grant}.Key(), "permission.of_"+object)
	}
	for _, key := range keys {
		if texts["zh-CN"][key] == "" || texts["en"][key] == "" {
			t.Errorf("%s is missing: say it in feature/permission/text", key)
		}
	}
}

func TestThePageOfPermissionsIsOfToday(t *testing.T) {
	want, err := Permissions()
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../docs/permissions.md")
	if err != nil || string(page) != want {
		t.Errorf("docs/permissions.md is not what the matrix says (%v): go generate ./feature", err)
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

// Finance brings money, sales what they work on, and nobody what he may not read.
func TestWhoImportsWhat(t *testing.T) {
	tests := map[string]string{
		"rep":                 "accounts contacts opportunities orders",
		"key_account_manager": "accounts contacts costs opportunities orders",
		"sales_manager":       "accounts contacts costs opportunities orders",
		"finance":             "costs invoices orders rates receipts",
		"operations":          "accounts contacts costs invoices orders products rates receipts",
		"director":            "", "service": "", "privacy": "", "admin": "",
	}
	for role, want := range tests {
		var may []string
		for _, kind := range importing.Kinds {
			if cells := Matrix[role]; cells["import:write"] != 0 && cells[importing.Wants[kind]] != 0 {
				may = append(may, kind)
			}
		}
		if slices.Sort(may); strings.Join(may, " ") != want {
			t.Errorf("%s imports %v, want %s", role, may, want)
		}
	}
}
