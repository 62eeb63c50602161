package pipeline

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what pipeline brings to the product.
var Feature = app.Feature{
	Name:  "pipeline",
	Files: files,
	Start: func(*app.Kit) {},
}
