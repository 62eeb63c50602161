package sheet

import (
	"errors"

	"erba/kernel"
)

// Says turns a text key and what fills its gaps into a sentence.
type Says func(key string, args map[string]any) string

// Wrong is a row that cannot be taken.
type Wrong struct {
	Row    int    `json:"row"    doc:"As a spreadsheet counts"`
	Number string `json:"number" doc:"By which the row is known to who wrote it"`
	Says   string `json:"says"`
}

// Wrongs are the rows of a list that cannot be taken, at most a hundred.
type Wrongs []Wrong

const mostWrong = 100

// Note notes what is wrong with a row, if anything is. What is not the row's fault is
// returned.
func (w *Wrongs) Note(row int, number string, err error, says Says) error {
	f, ours := errors.AsType[*kernel.Fault](err)
	if !ours {
		return err
	}
	if len(*w) < mostWrong {
		*w = append(*w, Wrong{row, number, says(f.Key, f.Args)})
	}
	return nil
}
