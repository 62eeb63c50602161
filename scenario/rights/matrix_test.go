package rights

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/web"
)

// Whoever is refused, hundreds of thousands of times, fills no log.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// Every route for every role in every relation, with whatever he comes: what
// the program answers is what the naive evaluator says, and who is refused has
// changed nothing.
func TestMatrixOfEveryRoute(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred thousand cases take minutes: run make test-rights")
	}
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		o := w.routes()
		cases, differences := w.refusals(o, w.casts...)
		for _, route := range o {
			for _, c := range w.casts {
				n, bad := w.permissions(route, c)
				cases, differences = cases+n, differences+bad
			}
		}
		product := len(o) * len(w.casts) * len(relations) * len(ways)
		fmt.Printf("%s: %d routes × %d roles × %d relations × %d ways to come = %d\n", s.Name(), len(o), len(w.casts), len(relations), len(ways), product)
		fmt.Printf("%d permission cases, %d differences\n", cases, differences)
		for name, answer := range w.blunt {
			s.Errorf("%s is not asked well enough to tell a row from none: %s", name, answer)
		}
		if cases != product || differences > 0 {
			s.Errorf("%d cases of %d, %d differences", cases, product, differences)
		}
	})
}

// routes are all endpoints; what the design says nothing about stops the test.
func (w *world) routes() []apptest.Operation {
	w.Helper()
	all, err := apptest.Operations(w.Kit.Router)
	if err != nil {
		w.Fatal(err)
	}
	for _, o := range all {
		if w.letters[o.Grant] == nil {
			w.Fatalf("%s asks for %q, of which the rules say nothing", o.Name(), o.Grant)
		}
	}
	return all
}

// verdict is one case with what it got.
type verdict struct {
	ask
	relation string
	want     outcome
}

// verdicts are the cases of a route and somebody: all relations, all ways.
func (w *world) verdicts(o apptest.Operation, c *cast) (refused, permitted []verdict) {
	for _, relation := range relations {
		for _, way := range ways {
			v := verdict{ask{way: way, who: c.person, grant: o.Grant, path: o.Path, account: c.accounts[relation],
				exists: relation != "none", bound: bound(o)}, relation, ""}
			if v.want = w.facts.judge(w.letters, v.ask); v.want == passes {
				permitted = append(permitted, v)
			} else {
				refused = append(refused, v)
			}
		}
	}
	return refused, permitted
}

// refusals asks everything that is refused before anything is permitted: every route
// must leave the database as it was.
func (w *world) refusals(all []apptest.Operation, casts ...*cast) (cases, differences int) {
	before := w.Tables()
	for _, o := range all {
		for _, c := range casts {
			refused, _ := w.verdicts(o, c)
			for _, v := range refused {
				differences += w.differs(o, c, v)
			}
			cases += len(refused)
		}
		if after := w.Tables(); !maps.Equal(before, after) {
			w.complain("%s: refused, and yet changed %v", o.Name(), changed(before, after))
			differences++
			before = after
		}
	}
	return cases, differences
}

// permissions asks a route as somebody in every relation and way in which it is permitted.
func (w *world) permissions(o apptest.Operation, c *cast) (cases, differences int) {
	_, permitted := w.verdicts(o, c)
	for _, v := range permitted {
		differences += w.differs(o, c, v)
		if strings.HasSuffix(o.Path, "/{account}/pool") { // who has given it back has it no more
			w.settle()
		}
	}
	if len(permitted) > 0 && o.Writes() {
		w.settle()
	}
	return len(permitted), differences
}

// complain fails the test, unless the program was made wrong to see whether that shows.
func (w *world) complain(format string, args ...any) {
	w.Helper()
	if !w.mutated {
		w.Errorf(format, args...)
	}
}

func changed(before, after map[string]string) (names []string) {
	for name, hash := range after {
		if before[name] != hash {
			names = append(names, name)
		}
	}
	return names
}

// settle puts the relations back if what was permitted has changed them.
func (w *world) settle() {
	for !maps.Equal(w.base, w.Tables(relationTables...)) {
		w.write()
	}
}

// differs asks, and reports an answer that is not as judged.
func (w *world) differs(o apptest.Operation, c *cast, v verdict) int {
	r := w.send(o, c, v, c.contacts[v.relation])
	var p web.Problem
	_ = json.Unmarshal(r.Body.Bytes(), &p) // an answer without a problem has none
	wrong := ""
	switch {
	case v.want == signedOut && r.Code != 401,
		v.want == denied && (r.Code != 403 || p.Key != "web.denied" && p.Key != "web.in_person" && p.Key != "web.step_up"):
		wrong = "is not refused"
	case v.want == passes && (r.Code == 401 || r.Code == 403 && p.Key == "web.denied" || bound(o) && !absent.MatchString(o.Path) && r.Code == 404 && p.Key == "db.missing"):
		wrong = "is refused"
	case v.want == missing:
		wrong = w.tells(o, c, v, r)
	}
	if wrong == "" {
		return 0
	}
	w.complain("%s as %s (%s), %s: %s, want %s: %d %s", o.Name(), c.role, v.way, v.relation, wrong, v.want, r.Code, r.Body)
	return 1
}

// tells reports how an answer about a row out of scope differs from that about no row.
func (w *world) tells(o apptest.Operation, c *cast, v verdict, r *httptest.ResponseRecorder) string {
	nothing := v
	nothing.account = kernel.NewID()
	n := w.send(o, c, nothing, kernel.NewID())
	if n.Code != r.Code || n.Body.String() != r.Body.String() {
		return fmt.Sprintf("tells itself from no row (%d %s)", n.Code, n.Body)
	}
	if r.Code < 300 && o.Writes() {
		return "is done"
	}
	if n.Code != 404 {
		w.blunt[o.Name()] = n.Body.String()
	}
	return ""
}

// within are routes about an account in something else, or something of a deal, of
// which there is none here: only the grant is judged, their features try the rows.
var within = regexp.MustCompile(`\{id\}.*\{account\}|\{opportunity\}.*\{(id|file|rival)\}`)

// bound reports whether a route is about an account, or a contact or a deal of one.
func bound(o apptest.Operation) bool {
	return !within.MatchString(o.Path) && (strings.Contains(o.Path, "{account}") || own.MatchString(o.Path)) || strings.HasPrefix(o.Path, "/api/accounts/{id}") || strings.HasPrefix(o.Path, "/api/contacts/{id}")
}

// send asks a route about the row of a verdict.
func (w *world) send(o apptest.Operation, c *cast, v verdict, contact kernel.ID) *httptest.ResponseRecorder {
	path := placed(o.Path, v.account)
	if strings.HasPrefix(path, "/api/contacts/{id}") {
		if o.Method == "DELETE" && v.want == passes {
			contact = w.copyContact(v.account)
		}
		path = strings.ReplaceAll(path, "{id}", contact.String())
	}
	query := ""
	for _, p := range o.Params {
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", w.sample(p))
		case p.In == "query" && p.Required:
			query += "&" + p.Name + "=" + w.sample(p)
		}
	}
	if query != "" {
		path += "?" + query[1:]
	}
	headers := append([]string{"If-Match", `"999999"`}, c.with[v.way]...)
	if o.Takes != "" {
		headers = append(headers, "Content-Type", o.Takes)
	}
	return w.Do("", o.Method, path, w.body(o, v.account), headers...)
}

// absent are routes about something of an account of which there is none here, and the
// one by which somebody's wish becomes an account of its owner's, whom not everybody
// sees who sees the wish here: that it is missing refuses nobody, and an account out of
// sight tells no more.
var absent = regexp.MustCompile(`\{account\}/rivals/clear$|/leads/wishes/\{wish\}/contact$`)
