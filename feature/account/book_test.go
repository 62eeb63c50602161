package account

import (
	"fmt"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

func n(v int64) *int64 { return &v }

// operator sees everything and may name owners, as an import from the command line does.
func operator(s *apptest.Stage) *identity.Viewer {
	v := s.Kit.Users.Operator("test").For("account:assign")
	return &v
}

func TestBook(t *testing.T) {
	tests := []struct {
		name    string
		rows    []Account
		want    string // inserted updated same refused
		region  string // of A afterwards
		changes int    // in the history of A
	}{
		{"two new ones", []Account{{Code: "A", Name: "甲", Region: "华东"}, {Code: "B", Name: "乙"}}, "2 0 0 0", "华东", 0},
		{"the same again", []Account{{Code: "A", Name: "甲", Region: "华东"}, {Code: "B", Name: "乙"}}, "0 0 2 0", "华东", 0},
		{"an empty field takes nothing away", []Account{{Code: "A", Name: "甲"}}, "0 0 1 0", "华东", 0},
		{"another value", []Account{{Code: "A", Name: "甲", Region: "华南"}}, "0 1 0 0", "华南", 1},
		{"a code that stands twice", []Account{{Code: "A", Name: "甲", Region: "华北"}, {Code: "A", Name: "甲", City: "天津"}}, "0 2 0 0", "华北", 3},
		{"a new code that stands twice", []Account{{Code: "C", Name: "丙"}, {Code: "C", Name: "丙", City: "武汉"}}, "1 1 0 0", "华北", 3},
		{"a broken rule stops only its row", []Account{{Code: "D"}, {Code: "E", Name: "戊", USCC: "123"}, {Code: "F", Name: "己"}}, "1 0 0 2", "华北", 3},
		{"words of files", []Account{{Code: "A", Name: "甲", Status: "停用", Source: "老客户介绍", Ownership: "国有企业"}}, "0 1 0 0", "华北", 6},
		{"words that we do not know", []Account{{Code: "A", Name: "甲", Status: "火星", Source: "算命"}}, "0 1 0 0", "华北", 7},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		ctx := identity.With(s.Context(), *operator(s))
		for _, tt := range tests {
			must(s, s.DB.Write(ctx, func(tx *db.Tx) error {
				foreseen, err := service.Compare(tx, tt.rows)
				if err != nil {
					return err
				}
				out, err := service.Book(tx, tt.rows)
				for _, o := range []Outcome{foreseen, out} {
					if got := fmt.Sprint(o.Inserted, o.Updated, o.Same, len(o.Refused)); got != tt.want {
						s.Errorf("%s: %s, want %s", tt.name, got, tt.want)
					}
				}
				return err
			}))
			a, err := service.List(ctx, Filter{Search: "甲", Limit: 1})
			must(s, err)
			history, err := service.Changes(ctx, a.Rows[0].ID, kernel.ID{}, 100)
			if err != nil || a.Rows[0].Region != tt.region || len(history) != tt.changes {
				s.Errorf("%s: A is in %s after %d changes, %v, want %s after %d", tt.name, a.Rows[0].Region, len(history), err, tt.region, tt.changes)
			}
		}
		a, err := service.List(ctx, Filter{Search: "甲", Limit: 1})
		if got := a.Rows[0]; err != nil || got.Status != Suspended || got.Source != "referral" || got.Ownership != "state" || got.SourceDetail != "算命" {
			s.Errorf("the words of files became %s, %s, %s", got.Status, got.Source, got.Ownership)
		}
	})
}

func TestBookHidesWhoseCodeItIs(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		must(s, service.Open(s.As("director"), Account{Code: "X", Name: "机密客户"}))
		must(s, s.DB.Write(s.As("rep"), func(tx *db.Tx) error {
			out, err := service.Book(tx, []Account{{Code: "X", Name: "我的"}, {Code: "Y", Name: "也是我的"}})
			if err != nil || out.Inserted != 1 || len(out.Refused) != 1 {
				s.Errorf("%+v, %v", out, err)
			}
			fault := out.Refused[0].Fault
			if fault.Key != "account.taken" || fmt.Sprint(fault.Args) != "map[code:X]" || out.Refused[0].Index != 0 {
				s.Errorf("the refusal is %+v", out.Refused[0])
			}
			return nil
		}))
		wantKey(s.T, service.Open(s.As("rep"), Account{Code: "X", Name: "我的"}), "account.taken")
	})
}

func TestBookNamesOwnersOnlyForWhoMayAssign(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, rep := New(s.Kit), viewer(s, "rep")
		must(s, s.DB.Write(identity.With(s.Context(), *operator(s)), func(tx *db.Tx) error {
			_, err := service.Book(tx, []Account{{Code: "A", Name: "甲", Owner: rep, Team: []kernel.ID{viewer(s, "other")}}})
			return err
		}))
		page, err := service.List(s.As("rep"), Filter{Limit: 5})
		if err != nil || len(page.Rows) != 1 || page.Rows[0].OwnerName != "rep" {
			s.Fatalf("the rep sees %+v, %v", page.Rows, err)
		}
		got, err := service.Find(s.As("director"), page.Rows[0].ID)
		if err != nil || len(got.Team) != 1 {
			s.Errorf("the team is %v, %v", got.Team, err)
		}
	})
}

func viewer(s *apptest.Stage, role string) kernel.ID {
	v, _ := identity.From(s.As(role))
	return v.ID
}

func TestResolve(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		all := []Account{{Code: "A", Name: "上海 ABC（中国）有限公司"}, {Code: "B", Name: "双胞胎有限公司"}, {Code: "C", Name: "双胞胎股份有限公司"}}
		must(s, New(s.Kit).Open(s.As("rep"), all...))
		must(s, New(s.Kit).Open(s.As("director"), Account{Code: "X", Name: "机密客户"}))
		none := kernel.ID{}
		tests := map[string]struct {
			ref  Ref
			want kernel.ID
		}{
			"by code":                           {Ref{Code: "A"}, all[0].ID},
			"by name, however it is written":    {Ref{Name: "上海ABC(中国)"}, all[0].ID},
			"an unknown code with a known name": {Ref{"Z", "上海abc(中国)有限公司"}, all[0].ID},
			"a name that two have":              {Ref{Name: "双胞胎"}, none},
			"a code out of sight":               {Ref{Code: "X"}, none},
			"a name out of sight":               {Ref{Name: "机密客户"}, none},
			"nothing":                           {Ref{}, none},
		}
		for name, tt := range tests {
			s.Log(name)
			wantIDs(s, []Ref{tt.ref}, tt.want)
		}
	})
}

func TestHang(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		all := open(s, "rep", "集团", "子公司", "孙公司")
		links := []Link{{all[1].ID, all[0].ID}, {all[2].ID, all[1].ID}, {all[0].ID, all[2].ID}, {all[0].ID, all[0].ID}}
		must(s, s.DB.Write(s.As("rep"), func(tx *db.Tx) error {
			out, err := New(s.Kit).Hang(tx, links)
			refused := out.Refused
			if len(refused) != 2 || refused[0].Index != 2 || refused[0].Fault.Key != "account.circle" {
				s.Errorf("refused %+v", refused)
			}
			return err
		}))
		nodes, err := New(s.Kit).Tree(s.As("rep"), all[2].ID)
		if err != nil || len(nodes) != 3 || nodes[0].ID != all[0].ID || nodes[0].Companies != 3 || nodes[2].Level != 2 {
			s.Errorf("the group is %+v, %v", nodes, err)
		}
	})
}
