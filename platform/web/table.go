package web

import (
	"context"
	"iter"

	"erba/platform/export"
	"erba/platform/text"
)

// Table is a list with the cells that package export knows, "csv" or "xlsx". The
// header is text keys, said in the user's language.
func Table(ctx context.Context, name, format string, header []string, rows iter.Seq[[]any]) export.Table {
	said := make([]string, len(header))
	for i, key := range header {
		said[i] = text.Say(ctx, key, nil)
	}
	return export.Table{Name: name, Format: format, Header: said, Rows: func(row func(...any) error) error {
		for cells := range rows {
			if err := row(cells...); err != nil {
				return err
			}
		}
		return nil
	}}
}
