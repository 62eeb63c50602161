package web

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"

	"erba/kernel"
	"erba/platform/text"
)

// Table is a list as a file that spreadsheets open: "csv" or "xlsx". The header
// is text keys, said in the user's language. Cells are texts, numbers, decimals
// and dates; no text of ours is ever taken for a formula.
func Table(ctx context.Context, name, format string, header []string, rows iter.Seq[[]any]) (File, error) {
	said := make([]any, len(header))
	for i, key := range header {
		said[i] = text.Say(ctx, key, nil)
	}
	switch format {
	case "csv":
		return File{name + ".csv", "text/csv; charset=utf-8", func(w io.Writer) error { return writeCSV(w, said, rows) }}, nil
	case "xlsx":
		return File{name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			func(w io.Writer) error { return writeXLSX(w, said, rows) }}, nil
	}
	return File{}, kernel.Invalid("web.bad_format", "format", format)
}

// mark tells Excel that a CSV file is UTF-8.
const mark = "\uFEFF"

func writeCSV(w io.Writer, header []any, rows iter.Seq[[]any]) error {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString(mark)
	c := csv.NewWriter(out)
	write := func(row []any) error {
		cells := make([]string, len(row))
		for i, cell := range row {
			if cell != nil {
				cells[i] = fmt.Sprint(harmless(cell))
			}
		}
		return c.Write(cells)
	}
	if err := write(header); err != nil {
		return err
	}
	for row := range rows {
		if err := write(row); err != nil {
			return err
		}
	}
	if c.Flush(); c.Error() != nil {
		return c.Error()
	}
	return out.Flush()
}

func writeXLSX(w io.Writer, header []any, rows iter.Seq[[]any]) error {
	book := excelize.NewFile()
	defer book.Close()
	sheet, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	number := 0
	write := func(row []any) error {
		number++
		cells := make([]any, len(row))
		for i, cell := range row {
			if cells[i] = harmless(cell); cells[i] != nil {
				if d, ok := cell.(kernel.Decimal); ok {
					cells[i] = d.Float()
				}
			}
		}
		return sheet.SetRow(fmt.Sprint("A", number), cells)
	}
	if err := write(header); err != nil {
		return err
	}
	for row := range rows {
		if err := write(row); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}

// harmless puts an apostrophe before a text that a spreadsheet would calculate,
// even one that hides the sign behind blanks or writes it full-width.
func harmless(cell any) any {
	s, ok := cell.(string)
	if !ok {
		return cell
	}
	start := width.Narrow.String(strings.TrimLeft(s, " \u00a0\u3000\u200b\ufeff\n\v\f"))
	if start != "" && strings.ContainsRune("=+-@\t\r", rune(start[0])) {
		return "'" + s
	}
	return s
}
