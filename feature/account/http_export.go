package account

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// column is one that can be exported: its name is the key of its title, too.
type column struct {
	name  string
	cell  func(ctx context.Context, r Row) any
	grant string // commercial: who has it may read the column, of rows under it
}

func said(value func(Row) string) func(context.Context, Row) any {
	return func(_ context.Context, r Row) any { return value(r) }
}

// worded is a column of codes, which leave as words in the user's language.
func worded(key string, value func(Row) string) func(context.Context, Row) any {
	return func(ctx context.Context, r Row) any {
		if value(r) == "" {
			return nil
		}
		return text.Say(ctx, key+value(r), nil)
	}
}

func figured(value func(Figures) any) func(context.Context, Row) any {
	return func(_ context.Context, r Row) any {
		if r.Figures == nil {
			return nil
		}
		return value(*r.Figures)
	}
}

// revenue is the grant of what follows from sales.
const revenue = "revenue:read"

var exported = []column{
	{"code", said(func(r Row) string { return r.Code }), ""},
	{"name", said(func(r Row) string { return r.Name }), ""},
	{"short_name", said(func(r Row) string { return r.ShortName }), ""},
	{"uscc", said(func(r Row) string { return r.USCC }), ""},
	{"phone", said(func(r Row) string { return r.Phone }), ""},
	{"region", said(func(r Row) string { return r.Region }), ""},
	{"city", said(func(r Row) string { return r.City }), ""},
	{"industry", said(func(r Row) string { return r.Industry }), ""},
	{"ownership", said(func(r Row) string { return r.Ownership }), ""},
	{"employees", func(_ context.Context, r Row) any { return counted(r.Employees) }, ""},
	{"yearly_revenue", func(_ context.Context, r Row) any { return summed(r.Revenue) }, ""},
	{"size", worded("account.size_", func(r Row) string { return r.Size }), ""},
	{"stage", worded("account.stage_", func(r Row) string { return r.Stage }), ""},
	{"owner", said(func(r Row) string { return r.OwnerName }), ""},
	{"source", worded("account.source_", func(r Row) string { return r.Source }), ""},
	{"source_detail", said(func(r Row) string { return r.SourceDetail }), ""},
	{"status", worded("account.status_", func(r Row) string { return r.Status }), ""},
	{"opened_on", func(_ context.Context, r Row) any { return r.OpenedOn }, ""},
	{"sales", figured(func(f Figures) any { return export.Amount(f.Sales) }), revenue},
	{"last_order", figured(func(f Figures) any { return f.LastOrder }), revenue},
	{"class", figured(func(f Figures) any { return f.ABC }), revenue},
	{"tier", figured(func(f Figures) any { return f.Tier }), revenue},
	{"rfm", figured(func(f Figures) any { return f.RFM }), revenue},
}

func counted(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

func summed(n *int64) any {
	if n == nil {
		return nil
	}
	return export.Amount(*n)
}

type getExport struct {
	Filter
	Format  string `query:"format" enum:"csv,xlsx" default:"xlsx"`
	Columns string `query:"columns" doc:"Names with commas between; all when empty"`
}

// getExport answers with everything that the filter finds, not only one page.
func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	columns, err := chosen(ctx, in.Columns)
	if err != nil {
		return export.Table{}, err
	}
	t := export.Table{Name: text.Say(ctx, "account.accounts", nil), Format: in.Format, Population: s.Population, Plain: true}
	for _, c := range columns {
		t.Header = append(t.Header, text.Say(ctx, "account."+c.name, nil))
		t.Plain = t.Plain && c.grant == ""
	}
	t.Rows = func(row func(...any) error) error {
		return s.Each(ctx, in.Filter, func(r Row) error {
			cells := make([]any, len(columns))
			for i, c := range columns {
				cells[i] = c.cell(ctx, r)
			}
			return row(cells...)
		})
	}
	return t, s.Exported(ctx, in.Filter, in.Columns)
}

// chosen are the columns of those names, in their order. One that the viewer may
// not read does not exist.
func chosen(ctx context.Context, names string) (columns []column, err error) {
	known, all := map[string]column{}, []column{}
	for _, c := range exported {
		if web.May(ctx, c.grant) {
			known[c.name], all = c, append(all, c)
		}
	}
	if names == "" {
		return all, nil
	}
	for _, name := range strings.Split(names, ",") {
		c, ok := known[name]
		if !ok {
			return nil, kernel.Invalid("account.no_column", "column", name)
		}
		columns = append(columns, c)
	}
	return columns, nil
}
