package web

import (
	"context"
	"io"
	"iter"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
)

// Table is a list as a file that spreadsheets open, "csv" or "xlsx", with the
// cells that package export knows. The header is text keys, said in the
// user's language.
func Table(ctx context.Context, name, format string, header []string, rows iter.Seq[[]any]) (File, error) {
	media, ok := export.Types[format]
	if !ok {
		return File{}, kernel.Invalid("web.bad_format", "format", format)
	}
	said := make([]string, len(header))
	for i, key := range header {
		said[i] = text.Say(ctx, key, nil)
	}
	return File{name + "." + format, media, func(w io.Writer) error {
		return export.Write(w, format, said, func(row func(...any) error) error {
			for cells := range rows {
				if err := row(cells...); err != nil {
					return err
				}
			}
			return nil
		})
	}}, nil
}
