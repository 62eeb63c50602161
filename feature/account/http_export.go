package account

import (
	"context"
	"io"
	"strings"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// column is one that can be exported: its name is the key of its title, too.
type column struct {
	name string
	cell func(ctx context.Context, r Row) any
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

var exported = []column{
	{"code", said(func(r Row) string { return r.Code })},
	{"name", said(func(r Row) string { return r.Name })},
	{"short_name", said(func(r Row) string { return r.ShortName })},
	{"uscc", said(func(r Row) string { return r.USCC })},
	{"phone", said(func(r Row) string { return r.Phone })},
	{"region", said(func(r Row) string { return r.Region })},
	{"city", said(func(r Row) string { return r.City })},
	{"industry", said(func(r Row) string { return r.Industry })},
	{"ownership", said(func(r Row) string { return r.Ownership })},
	{"employees", func(_ context.Context, r Row) any { return counted(r.Employees) }},
	{"yearly_revenue", func(_ context.Context, r Row) any { return summed(r.Revenue) }},
	{"size", worded("account.size_", func(r Row) string { return r.Size })},
	{"stage", worded("account.stage_", func(r Row) string { return r.Stage })},
	{"owner", said(func(r Row) string { return r.OwnerName })},
	{"source", worded("account.source_", func(r Row) string { return r.Source })},
	{"source_detail", said(func(r Row) string { return r.SourceDetail })},
	{"status", worded("account.status_", func(r Row) string { return r.Status })},
	{"opened_on", func(_ context.Context, r Row) any { return r.OpenedOn }},
	{"sales", figured(func(f Figures) any { return export.Amount(f.Sales) })},
	{"last_order", figured(func(f Figures) any { return f.LastOrder })},
	{"class", figured(func(f Figures) any { return f.ABC })},
	{"tier", figured(func(f Figures) any { return f.Tier })},
	{"rfm", figured(func(f Figures) any { return f.RFM })},
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
func (s *Service) getExport(ctx context.Context, in *getExport) (web.File, error) {
	columns, err := chosen(in.Columns)
	if err != nil {
		return web.File{}, err
	}
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = text.Say(ctx, "account."+c.name, nil)
	}
	if err := s.Exported(ctx, in.Filter, in.Columns); err != nil {
		return web.File{}, err
	}
	return web.File{Name: text.Say(ctx, "account.accounts", nil) + "." + in.Format, Type: export.Types[in.Format],
		Write: func(w io.Writer) error {
			return export.Write(w, in.Format, header, func(row func(...any) error) error {
				return s.Each(ctx, in.Filter, func(r Row) error {
					cells := make([]any, len(columns))
					for i, c := range columns {
						cells[i] = c.cell(ctx, r)
					}
					return row(cells...)
				})
			})
		}}, nil
}

// chosen are the columns of those names, in their order.
func chosen(names string) (columns []column, err error) {
	if names == "" {
		return exported, nil
	}
	known := map[string]column{}
	for _, c := range exported {
		known[c.name] = c
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
