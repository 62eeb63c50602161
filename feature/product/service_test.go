package product

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{Feature}

func TestBook(t *testing.T) {
	cost := kernel.Whole(7)
	tests := []struct {
		name  string
		rows  []Product
		want  string // inserted updated same
		after string // name, line and cost of P1
	}{
		{"two new ones", []Product{{Code: "P1", Name: "轴承", Line: "传动"}, {Code: "P2"}}, "2 0 0", "轴承 传动 -"},
		{"the same again", []Product{{Code: "P1", Name: "轴承", Line: "传动"}, {Code: "P2"}}, "0 0 2", "轴承 传动 -"},
		{"an empty field takes nothing away", []Product{{Code: "P1", Cost: &cost}}, "0 1 0", "轴承 传动 7"},
		{"a code that stands twice", []Product{{Code: "P1", Name: "滚动轴承"}, {Code: "P1", Line: "轴承"}}, "0 2 0", "滚动轴承 轴承 7"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		for _, tt := range tests {
			err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
				before, err := service.Compare(tx, tt.rows)
				if err != nil {
					return err
				}
				got, err := service.Book(tx, tt.rows)
				for _, o := range []Outcome{before, got} {
					if got := fmt.Sprint(o.Inserted, o.Updated, o.Same); got != tt.want {
						s.Errorf("%s: %s, want %s", tt.name, got, tt.want)
					}
				}
				return err
			})
			if err != nil {
				s.Fatal(err)
			}
			page, err := service.List(s.As("rep"), Filter{Search: "p1", Limit: 5})
			if err != nil || len(page.Rows) != 1 || said(page.Rows[0]) != tt.after {
				s.Errorf("%s: P1 is %+v, %v, want %s", tt.name, page.Rows, err, tt.after)
			}
		}
	})
}

func said(p Product) string {
	cost := "-"
	if p.Cost != nil {
		cost = p.Cost.String()
	}
	return p.Name + " " + p.Line + " " + cost
}

func TestRoutes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		var made struct{ ID string }
		w := s.Do("rep", "POST", "/api/products", `{"code":"P1","name":"轴承","list_price":"12.345678"}`)
		_ = json.Unmarshal(w.Body.Bytes(), &made)
		one := "/api/products/" + made.ID
		steps := []struct {
			name, method, path, body, match string
			status                          int
			want                            string
		}{
			{"reading", "GET", one, "", "", 200, `"list_price":"12.345678"`},
			{"by initials", "GET", "/api/products?search=zc", "", "", 200, "轴承"},
			{"by code", "GET", "/api/products?code=P0,1&code=P1", "", "", 200, "轴承"},
			{"no product of that code", "GET", "/api/products?code=P0", "", "", 200, `"rows":[]`},
			{"a code is taken once", "POST", "/api/products", `{"code":"P1","name":"x"}`, "", 409, "db.taken"},
			{"a cost below zero", "POST", "/api/products", `{"code":"P2","name":"x","cost":"-1"}`, "", 422, "product.bad_price"},
			{"without a version", "PUT", one, `{"code":"P1","name":"x"}`, "", 428, "web.unguarded"},
			{"renamed", "PUT", one, `{"code":"P1","name":"滚珠"}`, `"1"`, 200, "滚珠"},
			{"a stale version", "PUT", one, `{"code":"P1","name":"x"}`, `"1"`, 412, "db.stale"},
		}
		for _, step := range steps {
			header := []string{}
			if step.match != "" {
				header = []string{"If-Match", step.match}
			}
			w := s.Do("rep", step.method, step.path, step.body, header...)
			if got := w.Body.String(); w.Code != step.status || !strings.Contains(got, step.want) {
				s.Errorf("%s: %d %s, want %d …%s…", step.name, w.Code, got, step.status, step.want)
			}
		}
	})
}
