package identity

import (
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

// standing is how a viewer stands to rows today, as far as it depends on him
// alone: it is found once a request, so that the row filter stays short.
type standing struct {
	today   kernel.Date
	who     []kernel.ID // himself and those whom he stands in for
	regions []string
	shares  bool // somebody shares a row with him
	counts  counts
}

// counts are how many rows the relations open, each counted up to few.
type counts struct {
	Own      int `db:"own"`
	Team     int `db:"team"`
	Line     int `db:"line"`
	Regional int `db:"regional"`
	Flagged  int `db:"flagged"`
	Shared   int `db:"shared"`
}

// few is how many rows a viewer may see for a list to start from them. Above
// it the list walks its own index and asks row by row, until the page is full.
// SQLite cannot tell by itself: the wrong way costs 30 to 100 ms in 100,000
// rows. Both ways cost the same at about √(15 · all rows).
const few = 1000

// source is one table that opens rows: those of which the condition holds.
type source struct {
	from, row string
	where     db.Cond
	rows      int
}

// sources are where the rows of some relations come from.
func (s standing) sources(r Relation) (all []source) {
	switch {
	case r&Line != 0:
		all = append(all, s.members("m.user_id IN (SELECT user_id FROM reports WHERE ?)", db.In("manager_id", s.who...), s.counts.Line))
	case r&Team != 0:
		all = append(all, s.members("?", db.In("m.user_id", s.who...), s.counts.Team))
	case r&Own != 0:
		all = append(all, s.members("m.owner AND ?", db.In("m.user_id", s.who...), s.counts.Own))
	}
	if r&Region != 0 && len(s.regions) > 0 {
		all = append(all, source{"row_places p", "p.row_id", db.If(true, "? AND NOT p.closed", db.In("p.region", s.regions...)), s.counts.Regional})
	}
	if r&Flagged != 0 {
		all = append(all, source{"row_flags f", "f.row_id", db.If(true, "f.flag = 'service'"), s.counts.Flagged})
	}
	if r&Shared != 0 && s.shares {
		where := db.If(true, "x.user_id = ? AND x.from_on <= ? AND x.until_on >= ?", s.who[0], s.today, s.today)
		all = append(all, source{"row_shares x", "x.row_id", where, s.counts.Shared})
	}
	return all
}

// members are the rows whose owner or member some people are today.
func (s standing) members(people string, who db.Cond, rows int) source {
	return source{"row_members m", "m.row_id", db.If(true, people+
		" AND (m.from_on IS NULL OR m.from_on <= ?) AND (m.until_on IS NULL OR m.until_on >= ?)", who, s.today, s.today), rows}
}

// visible is the row filter in the shape that is fast for so many rows.
func (s standing) visible(r Relation, column string) db.Cond {
	all, rows := s.sources(r), 0
	for _, from := range all {
		rows += from.rows
	}
	if rows > few {
		return joined(all, "(", " OR ", ")", func(f source) db.Cond {
			return db.If(true, "EXISTS (SELECT 1 FROM "+f.from+" WHERE "+f.row+" = "+column+" AND ?)", f.where)
		})
	}
	return joined(all, column+" IN (", " UNION ALL ", ")", func(f source) db.Cond {
		return db.If(true, "SELECT "+f.row+" FROM "+f.from+" WHERE ?", f.where)
	})
}

// joined is one condition of several sources; of none it holds for no row.
func joined(all []source, begin, between, end string, write func(source) db.Cond) db.Cond {
	if len(all) == 0 {
		return db.Cond{Text: "1 = 0"}
	}
	var c db.Cond
	for _, f := range all {
		c.Args = append(c.Args, write(f))
	}
	c.Text = begin + "?" + strings.Repeat(between+"?", len(all)-1) + end
	return c
}
