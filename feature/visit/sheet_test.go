package visit

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// told puts a visit of every kind into the company, with all that a visit can hold.
func (g *ground) told() {
	g.Helper()
	two, one := kernel.Micro(2_500_000), kernel.Whole(1)
	aim := Objective{Text: "问清审批链条与最终的拍板人", Metric: "拍板人", Target: &two, Unit: "位", Confidence: new(int64(70)), Deadline: july.Add(40), Actual: &one}
	bare := Objective{Text: "=HYPERLINK(\"x\")"}
	held := Visit{Account: g.ids[0], Owner: g.User("rep").ID, Users: []kernel.ID{g.User("manager").ID}, State: IsClosed, Channel: ByVideo, Day: july.Add(-9), Start: new(int64(570)),
		Length: 45, Zone: "Europe/Berlin", Purpose: "年度框架, \"最终\"价格", Place: "苏州\n三号楼", People: []kernel.ID{g.people[0]}, Ready: "notebook appointment",
		Result: "-5% 客户不接受", Voice: "价格; 交期", VoiceOf: g.people[0], Topics: "price", Next: "送样", NextOn: july.Add(-5), Executed: july.Add(-8), Promised: 2,
		Rating: new(int64(4)), Verdict: "有进展", Replan: new(false), Judged: july.Add(-6), Objectives: []Objective{aim, bare}, Made: july}
	waits, off := held, held
	waits.State, waits.Rating, waits.Verdict, waits.Replan, waits.Judged, waits.Objectives, waits.Start = IsExecuted, nil, "", nil, kernel.Date{}, nil, nil
	off.State, off.Reason, off.Executed, off.Objectives, off.VoiceOf = IsCancelled, "客户临时改期", kernel.Date{}, nil, kernel.ID{}
	ahead := Visit{Account: g.ids[1], Owner: g.User("rep").ID, State: IsBooked, Channel: InPerson, Day: july.Add(3), Start: new(int64(0)), Length: 720, Purpose: "整天现场",
		Objectives: []Objective{{Text: "约定样机试装的日期和地点", Confidence: new(int64(0))}}, Made: july}
	g.ok(g.DB.Write(identity.With(g.As("rep"), identity.System()), func(tx *db.Tx) error {
		return g.Recall(tx, []Visit{held, waits, off, ahead})
	}))
}

// rows are those of an exported list, without the numbers of the visits, which are
// those of their database.
func (g *ground) rows(role string) (rows []string) {
	g.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(g.list(role, "csv"), "\ufeff"))).ReadAll()
	g.ok(err)
	for _, row := range all[1:] {
		rows = append(rows, strings.Join(row[1:], "|"))
	}
	slices.Sort(rows)
	return rows
}

func (g *ground) list(role, format string) string {
	g.Helper()
	answer := g.Do(role, "GET", "/api/visits/export?format="+format, "")
	if answer.Code != 200 {
		g.Fatal(answer.Code, answer.Body)
	}
	return answer.Body.String()
}

func (g *ground) imported(role, query, file string) (done Imported) {
	g.Helper()
	answer := g.Do(role, "POST", "/api/visits/import"+query, file, "Content-Type", "application/octet-stream")
	if answer.Code != 200 {
		g.Fatal(answer.Code, answer.Body)
	}
	g.ok(json.Unmarshal(answer.Body.Bytes(), &done))
	return done
}

// What leaves a company as a list comes into another one that has the same people,
// and leaves it again as it came: nothing is lost.
func TestAListOfVisitsIsReadBack(t *testing.T) {
	for _, format := range []string{"csv", "xlsx"} {
		t.Run(format, func(t *testing.T) {
			each(t, func(g *ground) {
				g.told()
				want, file := g.rows("manager"), g.list("manager", format)
				if done := g.imported("rep", "", file); done.Taken != 0 || done.Same != 4 || len(done.Wrong) != 0 {
					g.Fatalf("what is there already: %+v", done)
				}
				g.empty()
				if done := g.imported("rep", "?try=true", file); done.Taken != 4 || len(g.rows("manager")) != 0 {
					g.Fatalf("only tried: %+v", done)
				}
				if done := g.imported("rep", "", file); done.Taken != 4 || len(done.Wrong) != 0 {
					g.Fatalf("%+v", done)
				}
				if got := g.rows("manager"); !slices.Equal(got, want) {
					g.Errorf("came back as\n%s\nwas\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			})
		})
	}
}

// empty takes all visits out, as another company would not have them.
func (g *ground) empty() {
	g.Helper()
	g.ok(g.DB.Write(identity.With(g.As("rep"), identity.System()), func(tx *db.Tx) error {
		for _, table := range []string{"interaction_people", "interaction_users", "interactions", "visit_rounds", "visit_users", "visit_people", "visit_objectives", "visits"} {
			if _, err := tx.Exec("DELETE FROM " + table + " WHERE 1 = 1"); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestAFileWithAWrongRowTakesNothing(t *testing.T) {
	each(t, func(g *ground) {
		g.told()
		file := g.list("manager", "csv")
		g.empty()
		for name, tt := range map[string]struct{ was, becomes string }{
			"an account that nobody has":    {"C02", "C99"},
			"an account of somebody else":   {"C02", "C04"},
			"a state that there is not":     {"booked", "dreamt"},
			"a day that there is not":       {"2026-07-04", "2026-02-30"},
			"nobody of that name":           {"严叙", "骆知远"},
			"a zone that there is not":      {"Europe/Berlin", "Europe/Bern"},
			"a booked one without its time": {",00:00,", ",,"},
		} {
			done := g.imported("rep", "", strings.ReplaceAll(file, tt.was, tt.becomes))
			if len(done.Wrong) == 0 || done.Wrong[0].Says == "" || len(g.rows("manager")) != 0 {
				g.Errorf("%s: %+v", name, done)
			}
		}
		if answer := g.Do("rep", "POST", "/api/visits/import", "a,b\n1,2\n", "Content-Type", "application/octet-stream"); answer.Code == 200 {
			g.Error("another sheet was taken")
		}
	})
}

// Nobody takes along where his colleagues were: a list names the viewer and his line.
func TestAListNamesNoColleagues(t *testing.T) {
	each(t, func(g *ground) {
		g.told()
		rep := g.User("rep").Login
		if !strings.Contains(g.list("manager", "csv"), ","+rep+",") {
			g.Error("the manager's list leaves out his rep")
		}
		if strings.Contains(g.list("director", "csv"), ","+rep+",") {
			g.Error("the director takes everybody's ways along")
		}
		if sheet := g.list("manager", "csv"); strings.Contains(sheet, ",=HYPER") || !strings.Contains(sheet, "HYPERLINK") {
			g.Error("a cell is a formula")
		}
	})
}

// A list comes in as any file does: as many rows as a role brings in with one.
func TestAListHasACap(t *testing.T) {
	each(t, func(g *ground) {
		g.told()
		file := g.list("manager", "csv") // five rows
		g.empty()
		for rows, want := range map[int64]int{0: 403, 4: 409, 5: 200} {
			g.Cap("rep", identity.Cap{Rows: identity.Any}, identity.Cap{Rows: rows})
			if w := g.Do("rep", "POST", "/api/visits/import?try=true", file); w.Code != want {
				g.Errorf("five rows of who brings in %d: %d %s", rows, w.Code, w.Body)
			}
		}
	})
}

// Whoever brings a list in says where he was, and those whom he leads; where his
// manager or a colleague was, these say.
func TestAListSpeaksForNobodyElse(t *testing.T) {
	each(t, func(g *ground) {
		g.told()
		file := g.list("manager", "csv")
		g.empty()
		for name, tt := range map[string]struct {
			role, owner string
			taken       int
		}{
			"his own":           {"rep", "rep", 4},
			"of his line":       {"manager", "rep", 4},
			"of his manager":    {"rep", "manager", 0},
			"of a colleague":    {"rep", "other", 0},
			"a manager his own": {"manager", "manager", 4},
		} {
			done := g.imported(tt.role, "?try=true", strings.ReplaceAll(file, ","+g.User("rep").Login+",", ","+g.User(tt.owner).Login+","))
			if done.Taken != tt.taken || (tt.taken == 0) != (len(done.Wrong) > 0) {
				g.Errorf("%s: %+v", name, done)
			}
		}
	})
}
