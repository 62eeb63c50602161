package sheet

import (
	"bufio"
	"io"
)

type page struct{ io.Closer }

func (p *page) next() (Row, error)                                        { return Row{}, io.EOF }
func newPage(in *bufio.Reader, c io.Closer) source                        { return &page{c} }
func newSpreadsheetML(in *bufio.Reader, c io.Closer, sheet string) source { return &page{c} }
