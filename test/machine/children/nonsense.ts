process.stdout.write('{"task":0,"value":{"known":true,"value":1}}\nSegmentation fault or the like\n');
setInterval(() => {}, 1000);
