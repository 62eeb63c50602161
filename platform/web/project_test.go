package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/web"
)

// deal is an answer with fields that not everybody may read.
type deal struct {
	ID     kernel.ID `json:"id" row:"deal"`
	Name   string    `json:"name"`
	Margin int64     `json:"margin,omitzero" may:"margin:read"`
	Parts  []part    `json:"parts,omitempty"`
	Before kernel.ID `json:"before,omitzero" sees:"deal:read"`
}

type part struct {
	Weight int    `json:"weight"`
	Cost   *int64 `json:"cost,omitempty" may:"margin:read"`
}

type deals struct {
	Rows  []*deal `json:"rows"`
	Total int64   `json:"total,omitzero" may:"margin:read"`
}

// nothing is the files of a feature without words.
var nothing = fstest.MapFS{"text/zh-CN.json": {Data: []byte("{}")}, "text/en.json": {Data: []byte("{}")}}

// all is one answer that every request shares, as a cache does.
var all deals

type ofDeal struct {
	Deal kernel.ID `path:"deal" row:"deal"`
}

type sorting struct {
	Sort  string `query:"sort" enum:"name,weight,margin" default:"name" may:"margin=margin:read"`
	Least int64  `query:"least" may:"margin:read"`
}

var dealing = []app.Feature{{Name: "deal", Files: nothing, Start: func(k *app.Kit) {
	web.Get(k.Router, "/deals", "deal:read", func(context.Context, *sorting) (deals, error) { return all, nil })
	web.Get(k.Router, "/deals/{deal}/parts", "deal:read", func(_ context.Context, in *ofDeal) ([]part, error) { return all.Rows[0].Parts, nil })
}}}

// The manager owns the second deal; the first is the rep's, and shared with the manager.
func TestFieldsAreBlankedRowByRow(t *testing.T) {
	tests := map[string]struct {
		rows, margin string // the manager's letters under both grants
		want         string // total, then margin and cost of either deal, then the first one's parts
	}{
		"who may read all of it":              {"S", "S", "9 10 3 20 3 | 3"},
		"who may read every margin":           {"S", "A", "9 10 3 20 3 | 3"},
		"who may read none":                   {"S", "", "- - - - - | -"},
		"who may read that of his own":        {"S", "O", "- - - 20 3 | -"},
		"who may read that of what is shared": {"A", "X", "- 10 3 - - | 3"},
		"who may read both":                   {"A", "OX", "- 10 3 20 3 | 3"},
		"who sees his own, and his line's":    {"O", "S", "9 10 3 20 3 | 3"},
	}
	apptest.Each(t, dealing, func(s *apptest.Stage) {
		fill(s)
		before := fmt.Sprintf("%+v %+v", *all.Rows[0], *all.Rows[1])
		for name, tt := range tests {
			s.Grant("manager", "deal:read", tt.rows)
			s.Grant("manager", "margin:read", tt.margin)
			if got := read(s, "manager"); got != tt.want {
				s.Errorf("%s: %s, want %s", name, got, tt.want)
			}
		}
		if after := fmt.Sprintf("%+v %+v", *all.Rows[0], *all.Rows[1]); after != before {
			s.Errorf("the shared answer became %s, was %s", after, before)
		}
	})
}

func TestWhatMayNotBeChosenDoesNotExist(t *testing.T) {
	apptest.Each(t, dealing, func(s *apptest.Stage) {
		fill(s)
		s.Grant("rep", "margin:read", "")
		pairs := map[string][2]string{
			"a value":           {"sort=margin", "sort=nargin"},
			"a field":           {"least=3", "least2=3"},
			"a field left open": {"least=", "least2="},
		}
		for name, pair := range pairs {
			denied, unknown := s.Do("rep", "GET", "/api/deals?"+pair[0], ""), s.Do("rep", "GET", "/api/deals?"+pair[1], "")
			if denied.Code != 422 || denied.Body.String() != strings.ReplaceAll(unknown.Body.String(), "least2", "least") {
				s.Errorf("%s: %d %s, unlike %d %s", name, denied.Code, denied.Body, unknown.Code, unknown.Body)
			}
			if w := s.Do("director", "GET", "/api/deals?"+strings.TrimSuffix(pair[0], "="), ""); name != "a field left open" && w.Code != 200 {
				s.Errorf("%s, for who may: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

func TestWhatCannotBeGuardedDoesNotStart(t *testing.T) {
	type kept struct {
		Margin int64 `json:"margin" may:"margin:read"`
	}
	type mapped struct {
		Deals map[string]deal `json:"deals"`
	}
	type chain struct {
		deal
		Next []chain `json:"next"`
	}
	tests := map[string]func(*web.Router){
		"a field that is there even when it is empty": func(r *web.Router) { get[kept](r) },
		"a field inside a table":                      func(r *web.Router) { get[mapped](r) },
		"a type inside itself":                        func(r *web.Router) { get[chain](r) },
		"a field of the path": func(r *web.Router) {
			web.Get(r, "/x/{id}", "x:read", func(context.Context, *guardedPath) (struct{}, error) { return struct{}{}, nil })
		},
	}
	for name, add := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it started")
				}
			}()
			_, _ = app.App{Features: []app.Feature{{Name: "x", Files: nothing, Start: func(k *app.Kit) { add(k.Router) }}}}.Start(nil)
		})
	}
}

type guardedPath struct {
	ID string `path:"id" may:"margin:read"`
}

func get[Out any](r *web.Router) {
	web.Get(r, "/x", "x:read", func(context.Context, *struct{}) (out Out, err error) { return out, err })
}

// Each deal names the other one as what came before it.
func TestAFieldThatNamesARowIsBlankForWhoDoesNotSeeIt(t *testing.T) {
	tests := map[string]struct{ letters, want string }{ // the manager's; what the rep's and his own deal tell
		"his line's and his own":     {"S", "two one"},
		"his own":                    {"O", "two -"},
		"what is shared with him":    {"X", "- one"},
		"his own and what is shared": {"OX", "two one"},
		"all":                        {"A", "two one"},
	}
	apptest.Each(t, dealing, func(s *apptest.Stage) {
		fill(s)
		one, two := all.Rows[0].ID, all.Rows[1].ID
		all.Rows[0].Before, all.Rows[1].Before = two, one
		names := map[kernel.ID]string{one: "one", two: "two", {}: "-"}
		for name, tt := range tests {
			s.Grant("manager", "deal:read", tt.letters)
			var got deals
			parse(s, s.Do("manager", "GET", "/api/deals", "").Body.Bytes(), &got)
			if said := names[got.Rows[0].Before] + " " + names[got.Rows[1].Before]; said != tt.want {
				s.Errorf("%s: %s, want %s", name, said, tt.want)
			}
		}
		if all.Rows[0].Before != two || all.Rows[1].Before != one {
			s.Error("the answer that others share was blanked itself")
		}
	})
}

// fill makes the two deals.
func fill(s *apptest.Stage) {
	cost, one, two := int64(3), kernel.NewID(), kernel.NewID()
	all = deals{Total: 9, Rows: []*deal{{ID: one, Margin: 10, Parts: []part{{1, &cost}}}, {ID: two, Margin: 20, Parts: []part{{2, &cost}}}}}
	err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
		return identity.Join(tx, identity.Member{Row: one, User: s.User("rep").ID, Owner: true}, identity.Member{Row: two, User: s.User("manager").ID, Owner: true})
	})
	if err != nil {
		s.Fatal(err)
	}
	s.Exec(`INSERT INTO row_shares (row_id, user_id, from_on, until_on, granted_by) VALUES (?, ?, ?, ?, ?)`,
		one, s.User("manager").ID, kernel.On(2020, 1, 1), kernel.On(2999, 1, 1), s.User("rep").ID)
}

// read is what somebody gets to know of the deals, "-" for what is left out.
func read(s *apptest.Stage, role string) string {
	var got deals
	var parts []part
	parse(s, s.Do(role, "GET", "/api/deals", "").Body.Bytes(), &got)
	parse(s, s.Do(role, "GET", "/api/deals/"+all.Rows[0].ID.String()+"/parts", "").Body.Bytes(), &parts)
	words := []string{number(got.Total)}
	for _, d := range got.Rows {
		words = append(words, number(d.Margin), cost(d.Parts[0]))
	}
	return strings.Join(words, " ") + " | " + cost(parts[0])
}

func parse(s *apptest.Stage, raw []byte, into any) {
	s.Helper()
	if err := json.Unmarshal(raw, into); err != nil {
		s.Fatalf("%v in %s", err, raw)
	}
}

func number(n int64) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

func cost(p part) string {
	if p.Cost == nil {
		return "-"
	}
	return fmt.Sprint(*p.Cost)
}
