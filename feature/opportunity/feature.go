package opportunity

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what opportunity brings to the product.
var Feature = app.Feature{
	Name:  "opportunity",
	Files: files,
	Start: func(*app.Kit) {},
}
