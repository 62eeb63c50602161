package rights

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"erba/feature"
	"erba/platform/apptest"
	"erba/platform/identity"
)

// A test that cannot fail shows nothing: sixty times the program is made wrong,
// and every time one of the tests must notice. make mutate-rights runs this.
const (
	flips = 46 // cells of the matrix, in process
	drops = 9  // row filters, in a program built anew
	bares = 5  // fields that lose their class, likewise
)

func mutating(t *testing.T) {
	t.Helper()
	if os.Getenv("ERBA_MUTATE") == "" {
		t.Skip("ERBA_MUTATE is not set: run make mutate-rights")
	}
}

// flip is one cell with other letters.
type flip struct{ role, grant, from, to string }

func TestMutantsOfTheMatrix(t *testing.T) {
	mutating(t)
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		w.mutated = true
		caught := 0
		for _, f := range w.flips(flips) {
			before := s.App.Matrix[f.role][f.grant]
			if delete(s.App.Matrix[f.role], f.grant); f.to != "" {
				s.App.Matrix[f.role][f.grant] = identity.RelationOf(f.to)
			}
			if w.notices(f) {
				caught++
			} else {
				s.Errorf("nobody noticed that %s of %s is %q instead of %q", f.grant, f.role, f.to, f.from)
			}
			if delete(s.App.Matrix[f.role], f.grant); before != 0 {
				s.App.Matrix[f.role][f.grant] = before
			}
		}
		fmt.Printf("%d flipped cells, %d caught\n", flips, caught)
	})
}

// notices asks the routes of a grant as one role.
func (w *world) notices(f flip) bool {
	for _, o := range w.routes() {
		if o.Grant != f.grant {
			continue
		}
		c := w.castOf(f.role)
		_, told := w.refusals([]apptest.Operation{o}, c)
		if _, kept := w.permissions(o, c); told+kept > 0 {
			return true
		}
	}
	return false
}

// flips are cells that mean something else when they are changed: chosen by
// lot, among those whose routes can be asked, always the same.
func (w *world) flips(n int) (all []flip) {
	random := rand.New(rand.NewPCG(60, 3))
	routes := w.routes()
	for len(all) < n {
		o := routes[random.IntN(len(routes))]
		if o.Grant == "me:use" {
			continue
		}
		f := flip{role: roles[random.IntN(len(roles))], grant: o.Grant, to: []string{"", "O", "OT", "S", "SR", "OTX", "FT", "A"}[random.IntN(8)]}
		f.from = w.letters[f.grant][f.role]
		if !slices.Contains(all, f) && w.matters(o, f) {
			all = append(all, f)
		}
	}
	return all
}

// matters reports whether the naive evaluator would judge otherwise with the other letters.
func (w *world) matters(o apptest.Operation, f flip) bool {
	other := map[string]map[string]string{f.grant: {f.role: f.to}}
	c := w.castOf(f.role)
	for _, relation := range relations {
		a := ask{way: "session", who: c.person, grant: f.grant, path: o.Path, account: c.accounts[relation], exists: relation != "none", bound: bound(o)}
		if w.facts.judge(w.letters, a) != w.facts.judge(other, a) {
			return true
		}
	}
	return false
}

// cut is a change of one place in a source file.
type cut struct{ file, from, to, tests string }

var (
	filter = regexp.MustCompile(`tx\.Visible\("[^"]+"\)`)
	tagged = regexp.MustCompile(` ?may:"[^"]+"`)
)

func TestMutantsOfTheSource(t *testing.T) {
	mutating(t)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	caught, all := 0, mutants(t, root)
	for _, m := range all {
		if noticed(t, root, m) {
			caught++
			t.Logf("noticed: %s", m.to)
		} else {
			t.Errorf("nobody noticed that %s has %q instead of %q", m.file, m.to, m.from)
		}
	}
	fmt.Printf("%d dropped filters and fields without a class, %d caught\n", len(all), caught)
	if len(all) != drops+bares {
		t.Errorf("%d mutants of the source instead of %d", len(all), drops+bares)
	}
}

// readers are the lines by which rows and fields come to the API, and the tests
// that must notice when one lets everything through.
var readers = []struct {
	file, near string // the filter or the tag on the line that holds this
	tests      string
}{
	{"feature/account/store.go", "WHERE a.id = ? AND a.merged_into IS NULL", "InSentences"},
	{"feature/account/store.go", "matching(tx, f), also, after", "OfEveryList"},
	{"feature/account/store.go", "matching(tx, f), tx.Visible(\"a.id\"), limit", "OfEveryList"},
	{"feature/account/store_tree.go", "top, tx.Visible", "OfCompanyGroups"},
	{"feature/contact/store.go", "FROM contacts c WHERE c.id = ? AND ?", "InSentences"},
	{"feature/contact/store.go", "k.blinds...), k.name", "OfSidePaths"},
	{"feature/importing/store.go", "WHERE id = ? AND ?", "OfSidePaths"},
	{"feature/importing/store.go", "ORDER BY id DESC LIMIT ?", "OfSidePaths"},
	{"feature/account/store_book.go", "SELECT a.id FROM accounts a WHERE ?", "OfEveryList"},
	{"feature/ledger/view.go", "Cost       *int64", "InSentences"},
	{"feature/ledger/view.go", "Gross profit of the window", "InSentences"},
	{"feature/ledger/view.go", "Of these, past their due day", "InSentences"},
	{"feature/account/filter.go", "query:\"class\"", "OfValuesThatAreDenied"},
	{"feature/portfolio/http.go", "query:\"measure\"", "OfValuesThatAreDenied"},
}

// mutants are the cuts at those places.
func mutants(t *testing.T, root string) (all []cut) {
	for _, place := range readers {
		raw, err := os.ReadFile(filepath.Join(root, place.file))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for line := range strings.Lines(string(raw)) {
			other := tagged.ReplaceAllString(filter.ReplaceAllString(line, "tx.Shared()"), "")
			if strings.Contains(line, place.near) && other != line && !found {
				all, found = append(all, cut{place.file, strings.TrimSpace(line), strings.TrimSpace(other), place.tests}), true
			}
		}
		if !found {
			t.Errorf("%s holds no line with %q that can be cut", place.file, place.near)
		}
	}
	return all
}

// noticed builds the tests of the rights on a changed source, and runs them.
func noticed(t *testing.T, root string, m cut) bool {
	t.Helper()
	path := filepath.Join(root, m.file)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	changed, overlay := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json")
	text := strings.Replace(string(raw), m.from, m.to, 1)
	plan, _ := json.Marshal(map[string]any{"Replace": map[string]string{path: changed}})
	if os.WriteFile(changed, []byte(text), 0o600) != nil || os.WriteFile(overlay, plan, 0o600) != nil {
		t.Fatal("no room for a mutant")
	}
	run := exec.CommandContext(t.Context(), "go", "test", "-count=1", "-failfast", "-overlay", overlay, "-run", "TestMatrix"+m.tests+"/sqlite", "./scenario/rights")
	run.Dir = root
	run.Env = append(os.Environ(), "ERBA_MUTATE=", "ERBA_TEST_POSTGRES=")
	out, err := run.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "--- FAIL") {
		t.Logf("%s", out)
		return false
	}
	return true
}
