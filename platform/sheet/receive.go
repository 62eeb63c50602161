package sheet

import (
	"errors"
	"io"
	"os"
)

// Receive opens a sheet that somebody sends. It is kept in a file while it is
// read; closing it takes the file away.
func Receive(body io.Reader, o Options) (_ *File, err error) {
	kept, err := os.CreateTemp("", "erba-sheet-*") // made with 0600
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(kept, body)
	if err = errors.Join(err, kept.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(kept.Name()))
	}
	f, err := Open(kept.Name(), o)
	if err != nil {
		return nil, errors.Join(err, os.Remove(kept.Name()))
	}
	f.source = passing{f.source, kept.Name()}
	return f, nil
}

// passing is a source whose file goes with it.
type passing struct {
	source
	path string
}

// Close takes the file away, too.
func (p passing) Close() error { return errors.Join(p.source.Close(), os.Remove(p.path)) }
