from sayso.reading.plain import read_plain as read_html
