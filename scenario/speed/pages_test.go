package speed

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// sorts are the orders of the list that are measured, as its address has them.
var sorts = []struct{ name, query string }{
	{"name", "sort=name"}, {"sales", "sort=sales&desc=true"}, {"last order", "sort=last_order&desc=true"}, {"class", "sort=class"},
}

// reader turns the pages of a list, from its beginning again after the last.
type reader struct {
	*visitor
	query, after string
}

func (r *reader) turn() {
	body := r.get("/api/accounts?limit=50&" + r.query + r.after)
	r.after = ""
	if _, next, more := bytes.Cut(body, []byte(`"next":"`)); more {
		id, _, _ := bytes.Cut(next, []byte(`"`))
		r.after = "&after=" + string(id)
	}
}

// pages measures the list with one client, as each role in each order.
func pages(t *testing.T, c *company, s *server) {
	for _, role := range roles {
		v := s.as(role)
		figures, good := make([]string, len(sorts)), true
		for i, sort := range sorts {
			r := &reader{visitor: v, query: sort.query}
			took := measure(500, r.turn)
			figures[i] = fmt.Sprintf("%s %s, %s", sort.name, ms(took.at(50)), ms(took.at(99)))
			good = good && took.at(50) < 1500*time.Microsecond && took.at(99) < 10*time.Millisecond
		}
		apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": list page over HTTP, one client, " + role, Figure: strings.Join(figures, "; "),
			Reference: "p50, p99 by each order", Limit: "p50 < 1.5 ms, p99 < 10 ms", Met: good}.Report(t)
	}
}

// crowd measures how many pages a second eight clients get.
func crowd(t *testing.T, c *company, s *server, enough float64) {
	var turned atomic.Int64
	var all sync.WaitGroup
	readers := make([]*reader, 8)
	for i := range readers {
		readers[i] = &reader{visitor: s.as(roles[i%len(roles)]), query: sorts[i%len(sorts)].query}
	}
	begin := time.Now()
	for _, r := range readers {
		all.Go(func() {
			for time.Since(begin) < 5*time.Second {
				r.turn()
				turned.Add(1)
			}
		})
	}
	all.Wait()
	rate := float64(turned.Load()) / time.Since(begin).Seconds()
	apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": list pages over HTTP, 8 clients", Figure: fmt.Sprintf("%.0f requests/s", rate),
		Reference: "clients on the same processors", Limit: fmt.Sprintf("≥ %.0f requests/s", enough), Met: rate >= enough}.Report(t)
}

// statements measures the use case behind the page beside its bare statement.
func statements(t *testing.T, c *company) {
	service := account.New(c.Kit)
	for _, role := range roles {
		ctx := c.as(role)
		visible, ahead := viewed(c, role, "a.id"), viewed(c, role, "c.id")
		for _, f := range []account.Filter{{Sort: account.ByName}, {Sort: account.BySales, Desc: true}, {Sort: account.ByLastOrder, Desc: true}, {Sort: account.ByClass}} {
			f.Limit = 50
			first, err := service.List(ctx, f)
			must(t, err)
			f.After = first.Next
			second, err := service.List(ctx, f)
			must(t, err)
			query := following(f.After, visible, ahead)
			if f.Sort != account.ByName { // the order is not the database's
				query = those(second.Rows, visible)
			}
			ours, bare := beside(301, func() { _, err := service.List(ctx, f); must(t, err) }, func() { selected(t, c, query) })
			apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": list page by " + f.Sort + ", " + role, Figure: ms(ours),
				Reference: "the bare statement with the same row filter " + ms(bare), Ratio: float64(ours) / float64(bare), Most: 1.5}.Report(t)
		}
	}
}

// viewed is the row filter of a user.
func viewed(c *company, login, column string) db.Cond {
	v, err := c.Users.Viewer(c.Context(), c.users[login])
	must(c, err)
	return v.For("account:read").Visible(column)
}

const page = `SELECT a.id, a.code, a.name, a.short_name, a.uscc, a.phone, a.parent_id, a.region, a.city, a.industry,
	a.ownership, a.employees, a.revenue_minor, a.owner_id, a.source, a.source_detail, a.referrer_id, a.status, a.opened_on,
	a.version, COALESCE(u.name, '') FROM accounts a LEFT JOIN users u ON u.id = a.owner_id WHERE a.merged_into IS NULL AND `

// following is the page after an account, by name.
func following(after kernel.ID, visible, ahead db.Cond) db.Cond {
	return db.Cond{Text: page + `(a.sort_key, a.id) > (SELECT c.sort_key, c.id FROM accounts c WHERE c.id = ? AND ` + ahead.Text + `) AND ` +
		visible.Text + ` ORDER BY a.sort_key, a.id LIMIT 50`, Args: slices.Concat([]any{after}, ahead.Args, visible.Args)}
}

// those are the accounts of a page whose order is known.
func those(rows []account.Row, visible db.Cond) db.Cond {
	ids := make([]kernel.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	among := db.In("a.id", ids...)
	return db.Cond{Text: page + among.Text + ` AND ` + visible.Text, Args: append(among.Args, visible.Args...)}
}

// selected runs a statement and scans what it finds.
func selected(t *testing.T, c *company, query db.Cond) {
	rows, err := c.DB.Bare(query.Text, query.Args...)
	must(t, err)
	defer rows.Close()
	found := make([]account.Row, 0, 50)
	for rows.Next() {
		var a account.Row
		must(t, rows.Scan(&a.ID, &a.Code, &a.Name, &a.ShortName, &a.USCC, &a.Phone, &a.Parent, &a.Region, &a.City, &a.Industry,
			&a.Ownership, &a.Employees, &a.Revenue, &a.Owner, &a.Source, &a.SourceDetail, &a.Referrer, &a.Status, &a.OpenedOn, &a.Version, &a.OwnerName))
		found = append(found, a)
	}
	must(t, rows.Err())
	if len(found) == 0 {
		t.Error("the bare statement found nothing")
	}
}

// opened measures everything that the page of an account asks for.
func opened(t *testing.T, c *company, s *server) {
	v := s.as("director")
	list, err := account.New(c.Kit).List(c.as("director"), account.Filter{Limit: 200, Sort: account.BySales, Desc: true})
	must(t, err)
	at := 0
	took := measure(200, func() {
		id := list.Rows[at%len(list.Rows)].ID.String()
		at++
		for _, part := range []string{"", "/tree", "/timeline?limit=12", "/sales", "/portfolio", "/portfolio/changes", "/invoices", "/contacts"} {
			v.get("/api/accounts/" + id + part)
		}
	}).at(50)
	bare := measure(200, func() {
		id := list.Rows[at%len(list.Rows)].ID
		at++
		for _, query := range []string{page + `a.id = ?`, `SELECT * FROM account_months WHERE account_id = ?`,
			`SELECT product, SUM(amount) FROM order_lines WHERE account_id = ? GROUP BY product ORDER BY 2 DESC LIMIT 10`,
			`SELECT * FROM invoices WHERE account_id = ?`, `SELECT * FROM receipts WHERE account_id = ?`,
			`SELECT * FROM contacts WHERE account_id = ?`, `SELECT * FROM account_changes WHERE account_id = ?`} {
			rows, err := c.DB.Bare(query, id)
			must(t, err)
			for rows.Next() {
			}
			must(t, rows.Err())
		}
	}).at(50)
	apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": data of an account page, the 200 largest, 8 requests", Figure: ms(took),
		Reference: "the sum of its statements " + ms(bare), Limit: "p50 < 10 ms", Met: took < 10*time.Millisecond}.Report(t)
}

// searched measures the search among twice as many names.
func searched(t *testing.T, c *company, s *server) {
	c.run("import", "accounts", c.customers(share(accounts), 2*share(accounts)))
	v, at := s.as("director"), 0
	pair := func() string {
		at += 7919
		name := []rune(c.names[at%len(c.names)])
		from := at % 5 // city, name, trade; legal forms are in no index
		return string(name[from : from+2])
	}
	took := measure(500, func() { v.get("/api/accounts?limit=50&search=" + url.QueryEscape(pair())) })
	lookUp := `SELECT rowid FROM account_words WHERE account_words MATCH ? LIMIT 50`
	if strings.HasPrefix(c.dsn, "postgres") {
		lookUp = `SELECT id FROM account_words WHERE words @@ CAST(? AS tsquery) LIMIT 50`
	}
	bare := measure(500, func() {
		rows, err := c.DB.Bare(lookUp, pair())
		must(t, err)
		for rows.Next() {
		}
		must(t, rows.Err())
	}).at(50)
	apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": search by two Chinese characters among 200,000 names, over HTTP", Figure: "p50 " + ms(took.at(50)) + ", p90 " + ms(took.at(90)),
		Reference: "index look-up " + ms(bare), Limit: "p50 < 2 ms", Met: took.at(50) < 2*time.Millisecond}.Report(t)
}
