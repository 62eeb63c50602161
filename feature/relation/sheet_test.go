package relation

import (
	"slices"
	"strings"
	"testing"

	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/identity"
)

// take brings a file in and says what the server answered.
func (g *ground) take(list, file string) string {
	g.Helper()
	w := g.Do("rep", "POST", g.path+"/import?list="+list, file, "Content-Type", "application/octet-stream")
	return w.Body.String()
}

func (g *ground) list(list, format string) string {
	g.Helper()
	w := g.Do("rep", "GET", g.path+"/export?list="+list+"&format="+format, "")
	if w.Code != 200 {
		g.Fatal(w.Code, w.Body)
	}
	return w.Body.String()
}

// What is taken along of a map comes back as it was, once all is lost: in either
// format, with the history and who judged when.
func TestMapsThatWereTakenAlongComeBack(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.now = kernel.On(2025, 11, 3)
		g.say("0", Attitude, "-1", "0", Power, "5", "1", Roles, "coach user")
		g.now = august
		g.say("0", Attitude, "2", "0", Layer, "decision", "0", Style, "driving", "0", Closeness, "4", "0", Level, "deep", "1", Orientation, "technical",
			"1", Partner, g.User("rep").ID.String(), "1", Now, "credible", "1", Wanted, "advisor", "2", Adaptability, "late", "2", PowerFrom, "inner")
		rank := 4
		_, err := g.Save(g.As("rep"), g.account, 2, Draft{
			Moves: []contact.Move{below(g.people[1], g.people[0]), {Contact: g.people[2], Place: contact.Place{Rank: &rank}}},
			Draw:  []Stroke{{"influence", g.people[1], g.people[0], "每周碰头"}, {"former", g.people[2], g.people[3], "=一起读书"}}})
		must(g.Stage, err)
		for _, format := range []string{"csv", "xlsx"} {
			lists := []string{listJudgements, listPeople, listLines}
			var files, before []string
			for _, list := range lists {
				files = append(files, g.list(list, format))
				before = append(before, g.list(list, "csv"))
			}
			for _, table := range []string{"relation_judgements", "relation_lines", "relation_moves"} {
				g.Exec(`DELETE FROM ` + table)
			}
			g.Exec(`UPDATE contacts SET reports_id = NULL, rank = 0`)
			for i, list := range lists {
				if got := g.take(list, files[i]); !strings.Contains(got, `"wrong":[]`) || strings.Contains(got, `"taken":0`) {
					g.Errorf("%s %s: %s", list, format, got)
				}
				if got := g.take(list, files[i]); !strings.Contains(got, `"taken":0`) {
					g.Errorf("%s %s again: %s", list, format, got)
				}
			}
			for i, list := range lists {
				if now := g.list(list, "csv"); list != listJudgements && now != before[i] || list == listJudgements && !slices.Equal(told(now), told(before[i])) {
					g.Errorf("%s %s:\n%s\nbecame\n%s", list, format, before[i], now)
				}
			}
		}
	})
}

// told are the rows of judgements in some order, without whence they come: what was
// brought in says so.
func told(file string) (rows []string) {
	for line := range strings.Lines(file) {
		rows = append(rows, line[:strings.LastIndex(line, ",")])
	}
	slices.Sort(rows)
	return rows
}

func TestListsThatAreWrong(t *testing.T) {
	each(t, func(g *ground) {
		head := "id,name,field,value,evidence,by,on,until,source\n"
		tests := map[string]struct{ list, file, want string }{
			"somebody unknown":    {listJudgements, head + ",赵云,power,5,,,2026-08-01,2026-12-01,\n", "Nobody on the map"},
			"another shape":       {listJudgements, "a,b\n1,2\n", "sheet.not_that_list"},
			"no such value":       {listJudgements, head + ",王0,power,9,,,2026-08-01,2026-12-01,\n", `no choice`},
			"a day to come":       {listJudgements, head + ",王0,power,5,,,2026-09-01,2026-12-01,\n", "day to come"},
			"no day":              {listJudgements, head + ",王0,power,5,,,soon,2026-12-01,\n", "soon"},
			"of a colleague":      {listJudgements, head + ",王0,power,5,,other,2026-08-01,2026-12-01,\n", "judgements of your own"},
			"of his manager":      {listJudgements, head + ",王0,power,5,,manager,2026-08-01,2026-12-01,\n", "judgements of your own"},
			"an author unknown":   {listJudgements, head + ",王0,power,5,,nobody,2026-08-01,2026-12-01,\n", "no such user"},
			"a line to himself":   {listLines, "a,b,c,d,e,f\n,王0,influence,,王0,\n", "line to himself"},
			"a line of no kind":   {listLines, "a,b,c,d,e,f\n,王0,love,,王1,\n", "love"},
			"words and codes mix": {listJudgements, head + ",王0,Influence,5,,rep,2026-08-01,2026-12-01,\n,王0,attitude,Insider,,,2026-08-01,2026-12-01,\n", `"taken":2`},
		}
		for name, tt := range tests {
			if got := g.take(tt.list, tt.file); !strings.Contains(got, tt.want) {
				g.Errorf("%s: %s, want %s", name, got, tt.want)
			}
		}
		if m := g.drawn("rep"); m.People[0].Power != 5 || *m.People[0].Attitude != 2 || m.Version != 1 {
			g.Errorf("only the sound file was taken: %+v", m.People[0])
		}
	})
}

// A list comes in as any file does: as many rows as a role brings in with one.
func TestAListHasACap(t *testing.T) {
	each(t, func(g *ground) {
		file := "id,name,field,value,evidence,by,on,until,source\n,王0,power,5,,,2026-08-01,2026-12-01,\n,王0,attitude,2,,,2026-08-01,2026-12-01,\n"
		for rows, want := range map[int64]string{0: "sheet.no_lists", 1: "sheet.too_many_rows", 2: `"taken":2`} {
			g.Cap("rep", identity.Cap{}, identity.Cap{Rows: rows})
			if w := g.Do("rep", "POST", g.path+"/import?list=judgements&try=true", file); !strings.Contains(w.Body.String(), want) {
				g.Errorf("two rows of who brings in %d: %d %s", rows, w.Code, w.Body)
			}
		}
	})
}
