package sheet

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"

	"erba/kernel"
)

// spreadsheetML reads the XML that Excel 2003 and many reports write.
type spreadsheetML struct {
	io.Closer
	in     *xml.Decoder
	wanted string // the name of the sheet; the first if empty
	inside bool
	number int
}

func newSpreadsheetML(in *bufio.Reader, file io.Closer, sheet string) source {
	s := &spreadsheetML{Closer: file, in: xml.NewDecoder(in), wanted: sheet}
	s.in.Strict = false
	s.in.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return s
}

func (s *spreadsheetML) next() (Row, error) {
	for {
		token, err := s.in.Token()
		if err == io.EOF && s.wanted != "" && s.number == 0 {
			return Row{}, kernel.Invalid("sheet.no_sheet", "sheet", s.wanted)
		}
		if err == io.EOF {
			return Row{}, err
		}
		if err != nil {
			return Row{}, damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "Worksheet" {
				s.inside = s.wanted == "" || attribute(t, "Name") == s.wanted
			}
			if t.Name.Local == "Row" && s.inside {
				return s.row(t)
			}
		case xml.EndElement:
			if t.Name.Local == "Worksheet" && s.inside && s.number > 0 {
				return Row{}, io.EOF
			}
		}
	}
}

// row reads the cells up to the end of the row; Index jumps over blank ones.
func (s *spreadsheetML) row(start xml.StartElement) (Row, error) {
	s.number = max(s.number+1, number(start, "Index"))
	var cells []string
	open, skip := false, 0
	for {
		token, err := s.in.Token()
		if err != nil {
			return Row{}, damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "Cell" {
				for at := number(t, "Index"); len(cells)+skip < at-1 && len(cells) <= MostColumns; {
					cells = append(cells, "")
				}
				for ; skip > 0 && len(cells) <= MostColumns; skip-- {
					cells = append(cells, "")
				}
				cells, skip = append(cells, ""), number(t, "MergeAcross")
			}
			open = t.Name.Local == "Data" && len(cells) > 0
		case xml.CharData:
			if open {
				cells[len(cells)-1] += string(t)
			}
		case xml.EndElement:
			open = open && t.Name.Local != "Data"
			if t.Name.Local == "Row" {
				return Row{s.number, cells}, within(s.number, cells)
			}
		}
		if err := within(s.number, cells); err != nil {
			return Row{}, err
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(t xml.StartElement, name string) int {
	n, _ := strconv.Atoi(attribute(t, name))
	return max(n, 0)
}
