// Package log decides how the program keeps its diary: on the standard error,
// as text for people or as JSON for machines, from a level on.
package log

import (
	"io"
	"log/slog"

	"erba/kernel"
)

// Start makes w the diary of the whole program.
func Start(w io.Writer, format, level string) error {
	var from slog.Level
	if err := from.UnmarshalText([]byte(level)); err != nil {
		return kernel.Invalid("log.bad_level", "level", level)
	}
	options := &slog.HandlerOptions{Level: from}
	switch format {
	case "text":
		slog.SetDefault(slog.New(slog.NewTextHandler(w, options)))
	case "json":
		slog.SetDefault(slog.New(slog.NewJSONHandler(w, options)))
	default:
		return kernel.Invalid("log.bad_format", "format", format)
	}
	return nil
}
