package importing

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
)

// WriteErrors writes the rows that could not be booked, with why and as they
// were, as a CSV that spreadsheets open and do not run.
func (s *Service) WriteErrors(ctx context.Context, id kernel.ID, w io.Writer) error {
	r, err := s.find(ctx, id)
	if err != nil {
		return err
	}
	if _, err := w.Write([]byte("\xEF\xBB\xBF")); err != nil {
		return err
	}
	out, head := csv.NewWriter(w), []string{"row", "column", "reason", "value"}
	for _, c := range view(r).File.Columns {
		head = append(head, export.Harmless(c.Name))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for after := int64(0); ; {
		var page []reject
		err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
			page, err = rejects(tx, id, after, bookedAt)
			return err
		})
		if err != nil || len(page) == 0 {
			out.Flush()
			return errors.Join(err, out.Error())
		}
		for _, one := range page {
			var cells []string
			_ = json.Unmarshal([]byte(one.Cells), &cells) // we wrote them
			line := []string{strconv.FormatInt(one.Row, 10), export.Harmless(one.Column), one.Reason, export.Harmless(one.Value)}
			for _, c := range cells {
				line = append(line, export.Harmless(c))
			}
			if err := out.Write(line); err != nil {
				return err
			}
			after = one.Row
		}
	}
}
