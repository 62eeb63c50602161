package auditing

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
)

type getExport struct {
	Filter
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

// titles are the columns of a log that leaves the program.
var titles = []string{"auditing.when", "auditing.who", "auditing.login", "auditing.what", "auditing.object",
	"auditing.name", "auditing.field", "auditing.before", "auditing.after", "auditing.entry"}

// exportLog answers with everything that the filter finds: a row for each value that changed.
func (s *Service) exportLog(l log) func(context.Context, *getExport) (export.Table, error) {
	return func(ctx context.Context, in *getExport) (export.Table, error) {
		t := export.Table{Name: text.Say(ctx, "auditing."+l.name, nil), Format: in.Format, Population: export.Endless,
			Rows: func(row func(...any) error) error { return s.rows(ctx, l, in.Filter, row) }}
		for _, key := range titles {
			t.Header = append(t.Header, text.Say(ctx, key, nil))
		}
		return t, s.Taken(ctx, l, in.Filter)
	}
}

func (s *Service) rows(ctx context.Context, l log, f Filter, row func(...any) error) (failed error) {
	f.After = kernel.ID{}
	for p := range s.Pages(ctx, l, f, &failed) {
		p, err := s.told(ctx, p, nil)
		if err != nil {
			return err
		}
		for _, line := range p.Lines {
			if err := line.rows(row); err != nil {
				return err
			}
		}
	}
	return failed
}

func (l Line) rows(row func(...any) error) error {
	at := time.UnixMicro(l.At).Format(time.DateTime)
	all := l.Values
	if len(all) == 0 {
		all = []Value{{}}
	}
	for _, v := range all {
		err := row(at, l.Who, l.Actor, l.Done, l.Kind, l.Name, v.Title, v.From, v.To, l.ID.String())
		if err != nil {
			return err
		}
	}
	return nil
}
